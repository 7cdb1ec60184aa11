#include <algorithm>

#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/text.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"
#include "core/plan/options.h"

namespace pggit {
namespace {

// What CREATE OR REPLACE makes of the object.
Actions Replaced(const Fate& fate, Hazards hazards = {}) {
  constexpr std::string_view kCreate = "CREATE";
  std::string sql = std::move(Pieces(*fate.to, Form::kSplit).front().sql);
  sql.replace(0, kCreate.size(), "CREATE OR REPLACE");
  Cost cost;
  cost.hazards = hazards;
  return {{{{}, std::move(sql)}, cost}};
}

// Whether anything but attributes and parts differs.
template <class T>
bool Differs(T from, T to) {
  if constexpr (std::is_same_v<T, View>) {
    for (View* view : {&from, &to}) {
      view->defaults.clear();
      view->rules.clear();
      view->triggers.clear();
    }
  }
  return from != to;
}

template <class T>
Actions ReplacedWhenDifferent(const Fate& fate, const T& from) {
  const bool needs = fate.from->attributes.needs != fate.to->attributes.needs;
  if (!needs && !Differs<T>(from, std::get<T>(fate.to->definition))) return {};
  return Replaced(fate);
}

Actions One(std::string sql, Cost cost = {}) {
  return {{{{}, std::move(sql)}, std::move(cost)}};
}

Actions AlterOperator(const Fate& fate, const Operator& from) {
  const Operator& to = std::get<Operator>(fate.to->definition);
  std::vector<std::string> settings;
  const auto add = [&](std::string_view name, const std::string& old, const std::string& fresh) {
    if (old != fresh)
      settings.push_back(std::string(name) + " = " + (fresh.empty() ? "NONE" : fresh));
  };
  add("RESTRICT", from.restriction, to.restriction);
  add("JOIN", from.join, to.join);
  if (settings.empty()) return {};
  return One("ALTER OPERATOR " + SqlName(fate.to->id) + " SET (" + Join(settings, ", ") + ')');
}

// The template's function is given a list: all settings are set again, in their order.
Actions AlterDictionary(const Fate& fate, const TextSearchDictionary& from) {
  const auto& to = std::get<TextSearchDictionary>(fate.to->definition);
  if (from.settings == to.settings) return {};
  std::vector<std::string> settings;
  const auto name = [](const std::string& setting) {
    return setting.substr(0, setting.find(" = "));
  };
  for (const std::string& setting : from.settings) {
    const bool stays = std::ranges::any_of(
        to.settings, [&](const std::string& other) { return name(other) == name(setting); });
    if (!stays) settings.push_back(name(setting));
  }
  settings.insert(settings.end(), to.settings.begin(), to.settings.end());
  return One("ALTER " + Describe(fate.to->id) + " (" + Join(settings, ", ") + ')');
}

Actions AlterMaterializedView(const Fate& fate, const MaterializedView& from) {
  const auto& to = std::get<MaterializedView>(fate.to->definition);
  const ObjectId& id = fate.to->id;
  const std::string alter = "ALTER MATERIALIZED VIEW " + SqlName(id) + ' ';
  Actions actions;
  const auto say = [&](const Element& element, const std::string& action, Hazards hazards = {}) {
    actions.push_back({{element, alter + action}, Locks(id, LockMode::kAccessExclusive, hazards)});
  };
  for (const std::string& change : StorageOptionChanges(from.options, to.options)) say({}, change);
  if (from.access_method != to.access_method) {
    say({},
        "SET ACCESS METHOD " +
            (to.access_method.empty() ? "heap" : QuoteIdentifier(to.access_method)),
        {Hazard::kRewrite});
  }
  if (from.tablespace != to.tablespace) {
    say({},
        "SET TABLESPACE " + (to.tablespace.empty() ? "pg_default" : QuoteIdentifier(to.tablespace)),
        {Hazard::kRewrite});
  }
  std::vector<ColumnSettings> columns = to.columns;
  for (const ColumnSettings& old : from.columns) {
    if (!FindPart(columns, old.name)) columns.push_back({old.name, "", "", "", {}});
  }
  for (const ColumnSettings& column : columns) {
    const ColumnSettings* found = FindPart(from.columns, column.name);
    const ColumnSettings old = found ? *found : ColumnSettings{column.name, "", "", "", {}};
    const Element element{ElementKind::kColumn, column.name};
    const std::string set = "ALTER COLUMN " + QuoteIdentifier(column.name) + ' ';
    if (old.storage != column.storage) {
      say(element, set + "SET STORAGE " + (column.storage.empty() ? "EXTENDED" : column.storage));
    }
    if (old.compression != column.compression) {
      say(element,
          set + "SET COMPRESSION " + (column.compression.empty() ? "default" : column.compression));
    }
    if (old.statistics != column.statistics) {
      say(element,
          set + "SET STATISTICS " + (column.statistics.empty() ? "-1" : column.statistics));
    }
    for (const std::string& change : StorageOptionChanges(old.options, column.options)) {
      say(element, set + change);
    }
  }
  if (from.replica_identity != to.replica_identity) {
    actions.push_back({{{ElementKind::kMember, "replica identity"},
                        "ALTER TABLE ONLY " + SqlName(id) + " REPLICA IDENTITY " +
                            (to.replica_identity.empty() ? "DEFAULT" : to.replica_identity)},
                       {}});
  }
  return actions;
}

Actions AlterEventTrigger(const Fate& fate, const EventTrigger& from) {
  const auto& to = std::get<EventTrigger>(fate.to->definition);
  if (from.enabled == to.enabled) return {};
  return One("ALTER EVENT TRIGGER " + SqlName(fate.to->id) + ' ' + EnabledWords(to.enabled));
}

Actions AlterStatistics(const Fate& fate, const Statistics& from) {
  const auto& to = std::get<Statistics>(fate.to->definition);
  if (from.target == to.target) return {};
  return One("ALTER STATISTICS " + SqlName(fate.to->id) + " SET STATISTICS " +
             (to.target.empty() ? "-1" : to.target));
}

struct Alterer {
  const Fate& fate;

  Actions operator()(const View& from) const { return ReplacedWhenDifferent(fate, from); }
  Actions operator()(const Function& from) const { return ReplacedWhenDifferent(fate, from); }
  Actions operator()(const Aggregate& from) const { return ReplacedWhenDifferent(fate, from); }
  Actions operator()(const Language& from) const { return ReplacedWhenDifferent(fate, from); }
  Actions operator()(const Transform& from) const { return ReplacedWhenDifferent(fate, from); }
  Actions operator()(const Operator& from) const { return AlterOperator(fate, from); }
  Actions operator()(const TextSearchDictionary& from) const { return AlterDictionary(fate, from); }
  Actions operator()(const MaterializedView& from) const {
    return AlterMaterializedView(fate, from);
  }
  Actions operator()(const EventTrigger& from) const { return AlterEventTrigger(fate, from); }
  Actions operator()(const Statistics& from) const { return AlterStatistics(fate, from); }
  template <class T>
  Actions operator()(const T&) const {
    return {};
  }
};

}  // namespace

Actions AlterCode(const Migration& /*migration*/, const Fate& fate) {
  return std::visit(Alterer{fate}, fate.from->definition);
}

}  // namespace pggit
