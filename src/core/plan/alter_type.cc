#include <algorithm>
#include <initializer_list>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/text.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"

namespace pggit {
namespace {

// Each new value goes before the next old one, or after the last.
Actions AddValues(const ObjectId& id, const EnumType& from, const EnumType& to) {
  Actions actions;
  for (std::size_t i = 0; i < to.values.size(); ++i) {
    if (std::ranges::find(from.values, to.values[i]) != from.values.end()) continue;
    std::string sql = "ALTER TYPE " + SqlName(id) + " ADD VALUE " + QuoteLiteral(to.values[i]);
    // What comes before it is there already; only at the very front is there nothing to come after.
    if (i > 0) {
      sql += " AFTER " + QuoteLiteral(to.values[i - 1]);
    } else if (!from.values.empty()) {
      sql += " BEFORE " + QuoteLiteral(from.values.front());
    }
    Cost cost;
    cost.hazards = {Hazard::kNotTransactional, Hazard::kIrreversible};
    actions.push_back({{{}, std::move(sql)}, cost});
  }
  return actions;
}

std::string AttributeText(const TypeAttribute& attribute) {
  return QuoteIdentifier(attribute.name) + ' ' + attribute.type +
         RenderCollate(attribute.collation);
}

Actions AlterComposite(const ObjectId& id, const CompositeType& from, const CompositeType& to) {
  Actions actions;
  const auto say = [&](const std::string& name, const std::string& action, Hazards hazards) {
    Cost cost;
    cost.hazards = hazards;
    actions.push_back(
        {{{ElementKind::kColumn, name}, "ALTER TYPE " + SqlName(id) + ' ' + action + " CASCADE"},
         cost});
  };
  for (const TypeAttribute& attribute : from.attributes) {
    if (FindPart(to.attributes, attribute.name)) continue;
    say(attribute.name, "DROP ATTRIBUTE " + QuoteIdentifier(attribute.name),
        {Hazard::kDataLoss, Hazard::kBreakingChange, Hazard::kIrreversible});
  }
  for (const TypeAttribute& attribute : to.attributes) {
    const TypeAttribute* old = FindPart(from.attributes, attribute.name);
    if (!old) {
      say(attribute.name, "ADD ATTRIBUTE " + AttributeText(attribute), {});
    } else if (*old != attribute) {
      say(attribute.name,
          "ALTER ATTRIBUTE " + QuoteIdentifier(attribute.name) + " TYPE " + attribute.type +
              RenderCollate(attribute.collation),
          {Hazard::kBreakingChange});
    }
  }
  return actions;
}

Actions AlterBase(const ObjectId& id, const BaseType& from, const BaseType& to) {
  std::vector<std::string> settings;
  const auto add = [&](std::string_view name, const std::string& old, const std::string& fresh) {
    if (old != fresh)
      settings.push_back(std::string(name) + " = " + (fresh.empty() ? "NONE" : fresh));
  };
  add("RECEIVE", from.receive, to.receive);
  add("SEND", from.send, to.send);
  add("TYPMOD_IN", from.typmod_in, to.typmod_in);
  add("TYPMOD_OUT", from.typmod_out, to.typmod_out);
  add("ANALYZE", from.analyze, to.analyze);
  add("SUBSCRIPT", from.subscript, to.subscript);
  if (settings.empty()) return {};
  return {{{{}, "ALTER TYPE " + SqlName(id) + " SET (" + Join(settings, ", ") + ')'}, {}}};
}

Actions AlterDomain(const ObjectId& id, const Domain& from, const Domain& to) {
  Actions actions;
  const auto say = [&](const std::string& action, Hazards hazards = {}) {
    Cost cost;
    cost.hazards = hazards;
    actions.push_back({{{}, "ALTER DOMAIN " + SqlName(id) + ' ' + action}, cost});
  };
  if (from.default_expression != to.default_expression) {
    say(to.default_expression.empty() ? "DROP DEFAULT" : "SET DEFAULT " + to.default_expression);
  }
  if (from.not_null != to.not_null) {
    say(to.not_null ? "SET NOT NULL" : "DROP NOT NULL",
        to.not_null ? Hazards{Hazard::kFullScan} : Hazards{});
  }
  return actions;
}

}  // namespace

Actions AlterType(const Migration& /*migration*/, const Fate& fate) {
  const Definition& from = fate.from->definition;
  const Definition& to = fate.to->definition;
  const ObjectId& id = fate.to->id;
  if (const auto* old = std::get_if<EnumType>(&from)) {
    return AddValues(id, *old, std::get<EnumType>(to));
  }
  if (const auto* old = std::get_if<CompositeType>(&from)) {
    return AlterComposite(id, *old, std::get<CompositeType>(to));
  }
  if (const auto* old = std::get_if<BaseType>(&from)) {
    return AlterBase(id, *old, std::get<BaseType>(to));
  }
  if (const auto* old = std::get_if<Domain>(&from)) {
    return AlterDomain(id, *old, std::get<Domain>(to));
  }
  return {};
}

}  // namespace pggit
