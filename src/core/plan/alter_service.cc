#include <algorithm>
#include <iterator>

#include "core/base/identifier.h"
#include "core/ddl/text.h"
#include "core/plan/alter.h"
#include "core/plan/options.h"
#include "core/plan/privilege_change.h"
#include "core/plan/sequence_change.h"

namespace pggit {
namespace {

class ServiceAlterer {
 public:
  explicit ServiceAlterer(const Fate& fate)
      : fate_(fate), id_(fate.to->id), alter_("ALTER " + Describe(id_) + ' ') {}

  Actions Run() {
    std::visit([&](const auto& from) { Change(from); }, fate_.from->definition);
    return std::move(actions_);
  }

 private:
  template <class T>
  const T& To(const T&) const {
    return std::get<T>(fate_.to->definition);
  }

  void Say(const std::string& action, Hazards hazards = {}, std::string note = {}) {
    Cost cost;
    cost.hazards = hazards;
    cost.note = std::move(note);
    actions_.push_back({{{}, alter_ + action}, cost});
  }

  void SayOptions(const std::vector<Option>& from, const std::vector<Option>& to) {
    const std::string change = ForeignOptionChange(from, to);
    if (!change.empty()) Say(change);
  }

  void Change(const Sequence& from) {
    const Sequence& to = To(from);
    const std::string options = SequenceOptionChange(from.options, to.options, "");
    if (!options.empty()) {
      const bool restarts = options.find("RESTART") != std::string::npos;
      Say(options, restarts ? Hazards{Hazard::kDataLoss} : Hazards{},
          restarts ? "how far " + Describe(id_) + " has counted is lost" : "");
    }
    if (from.persistence != to.persistence) {
      Say(to.persistence.empty() ? "SET LOGGED" : "SET UNLOGGED");
    }
  }

  void Change(const Extension& from) {
    const Extension& to = To(from);
    if (from.schema != to.schema) Say("SET SCHEMA " + QuoteIdentifier(to.schema));
    for (Piece& piece : PrivilegeObjectChange(fate_.from, fate_.to)) {
      actions_.push_back({std::move(piece), {}});
    }
  }

  void Change(const ForeignDataWrapper& from) {
    const ForeignDataWrapper& to = To(from);
    if (from.handler != to.handler) {
      Say(to.handler.empty() ? "NO HANDLER" : "HANDLER " + to.handler);
    }
    if (from.validator != to.validator) {
      Say(to.validator.empty() ? "NO VALIDATOR" : "VALIDATOR " + to.validator);
    }
    SayOptions(from.options, to.options);
  }

  void Change(const ForeignServer& from) {
    const ForeignServer& to = To(from);
    if (from.version != to.version) Say("VERSION " + QuoteLiteral(to.version));
    SayOptions(from.options, to.options);
  }

  void Change(const UserMapping& from) { SayOptions(from.options, To(from).options); }

  void Change(const Publication& from) {
    const Publication& to = To(from);
    if (from.options == to.options) return;
    std::vector<Option> options = to.options;
    for (const Option& option : from.options) {
      if (std::ranges::count(to.options, option.name, &Option::name)) continue;
      // There is no RESET; these are what they start from.
      const bool publish = option.name == "publish";
      options.push_back({option.name, publish ? "insert, update, delete, truncate" : "false"});
      if (option.name == "publish_generated_columns") options.back().value = "none";
    }
    Say("SET " + RenderStorageOptions(options));
  }

  void Change(const Subscription& from) {
    const Subscription& to = To(from);
    if (from.connection != to.connection) Say("CONNECTION " + QuoteLiteral(to.connection));
    if (from.publications != to.publications) {
      Say("SET PUBLICATION " + JoinNames(to.publications) + " WITH (refresh = false)");
    }
    if (from.options == to.options) return;
    std::vector<Option> options;
    for (const Option& option : to.options) {
      if (!std::ranges::count(from.options, option)) options.push_back(option);
    }
    for (const Option& option : from.options) {
      if (std::ranges::count(to.options, option.name, &Option::name)) continue;
      const bool commit = option.name == "synchronous_commit";
      options.push_back({option.name, commit                       ? "off"
                                      : option.name == "slot_name" ? id_.name
                                      : option.name == "origin"    ? "any"
                                                                   : "false"});
    }
    Say("SET " + RenderStorageOptions(options));
  }

  void Change(const DefaultPrivileges&) {
    for (Piece& piece : PrivilegeObjectChange(fate_.from, fate_.to)) {
      actions_.push_back({std::move(piece), {}});
    }
  }

  template <class T>
  void Change(const T&) {}

  const Fate& fate_;
  const ObjectId& id_;
  std::string alter_;
  Actions actions_;
};

}  // namespace

Actions AlterService(const Migration& /*migration*/, const Fate& fate) {
  return ServiceAlterer(fate).Run();
}

}  // namespace pggit
