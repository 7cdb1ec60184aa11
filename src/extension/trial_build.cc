#include "extension/trial_build.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/lines.h"
#include "core/ddl/definition.h"
#include "core/diff/parts.h"
#include "core/model/path.h"
#include "core/plan/rename.h"
#include "core/plan/same_view.h"
#include "extension/live_schema.h"
#include "extension/setting_scope.h"
#include "extension/single_statement.h"
#include "extension/subtransaction.h"
#include "extension/tree_schema.h"
#include "extension/workspaces.h"

extern "C" {
#include "miscadmin.h"
}

namespace pggit {
namespace {

using Ids = std::set<ObjectId>;

/// Which objects of a schema are worth a trial.
class Choice {
 public:
  explicit Choice(const Schema& schema) : schema_(schema) {
    for (const auto& [id, object] : schema.objects) {
      for (const Dependency& need : object.attributes.needs) {
        needed_by_[need.on].push_back({id, IsWhole(need.element)});
      }
    }
    for (const auto& [id, object] : schema.objects) {
      const bool apart = !KindHasSchema(id.kind) && id.kind != Kind::kSchema;
      if (apart || !object.attributes.extensions.empty()) Spread(id, apart_);
    }
  }

  // The changed objects, and what needs them.
  Ids Of(const Ids& changed) const {
    Ids chosen;
    for (const ObjectId& id : changed) Spread(id, chosen);
    Strip(chosen);
    return chosen;
  }

  // What these need, down to what that needs: of tables no more than their columns and keys.
  Schema NeededBy(const Ids& objects) const {
    Schema needed;
    Ids chosen = objects;
    std::deque<ObjectId> open(chosen.begin(), chosen.end());
    while (!open.empty()) {
      const ObjectId id = open.front();
      open.pop_front();
      const auto found = schema_.objects.find(id);
      if (found == schema_.objects.end() || apart_.contains(id)) continue;
      Object object = found->second;
      if (!objects.contains(id)) {
        if (!KindHasSchema(id.kind)) continue;
        MakeBare(object);
        needed.objects.emplace(id, object);
      }
      for (const Dependency& need : object.attributes.needs) {
        if (chosen.insert(need.on).second) open.push_back(need.on);
      }
    }
    return needed;
  }

 private:
  struct Dependent {
    ObjectId id;
    bool whole;  // Else a part of it alone, which nothing else needs for that.
  };

  static bool IsWhole(const Element& element) {
    return element.kind == ElementKind::kSelf || element.kind == ElementKind::kColumn;
  }

  void Strip(Ids& ids) const {
    std::erase_if(ids, [&](const ObjectId& id) {
      return apart_.contains(id) || !KindHasSchema(id.kind) || !schema_.objects.contains(id);
    });
  }

  // A table that others refer to: what it holds, and by which keys.
  static void MakeBare(Object& object) {
    Table* const table = std::get_if<Table>(&object.definition);
    if (table == nullptr) return;
    std::erase_if(table->constraints, [](const Constraint& constraint) {
      return constraint.kind == ConstraintKind::kForeignKey ||
             constraint.kind == ConstraintKind::kCheck;
    });
    table->triggers.clear();
    table->rules.clear();
    table->policies.clear();
    std::erase_if(table->indexes, [](const Index& index) { return !index.unique; });
    const std::set<Element> left = ListedParts(object);
    const auto is_gone = [&](const Element& element) {
      return element != Element{} && element.kind != ElementKind::kDefault &&
             element.kind != ElementKind::kPartition && element.kind != ElementKind::kSequence &&
             !left.contains(element);
    };
    Attributes& attributes = object.attributes;
    std::erase_if(attributes.needs, [&](const Dependency& need) { return is_gone(need.element); });
    std::erase_if(attributes.comments, [&](const auto& item) { return is_gone(item.first); });
    std::erase_if(attributes.labels, [&](const auto& item) { return is_gone(item.first); });
  }

  // Adds a thing and all that needs it.
  void Spread(const ObjectId& first, Ids& ids) const {
    std::deque<ObjectId> open{first};
    while (!open.empty()) {
      const ObjectId id = open.front();
      open.pop_front();
      if (!ids.insert(id).second) continue;
      const auto found = needed_by_.find(id);
      if (found == needed_by_.end()) continue;
      for (const Dependent& dependent : found->second) {
        if (dependent.whole) {
          open.push_back(dependent.id);
        } else {
          ids.insert(dependent.id);
        }
      }
    }
  }

  const Schema& schema_;
  std::map<ObjectId, std::vector<Dependent>> needed_by_;
  Ids apart_;
};

ObjectId SchemaId(const std::string& name) {
  return {Kind::kSchema, "", name, ""};
}

/// The schemas of a trial, under names of their own.
class Scratch {
 public:
  explicit Scratch(const Schema& schema) {
    for (const auto& [id, object] : schema.objects) {
      if (names_.contains(id.schema)) continue;
      names_[id.schema] =
          "pggit_trial_" + std::to_string(MyProcPid) + '_' + std::to_string(names_.size() + 1);
    }
  }

  void MoveThere(Schema& schema) const { Move(schema, /*back=*/false); }
  void MoveBack(Schema& schema) const { Move(schema, /*back=*/true); }

  bool Has(const ObjectId& id) const {
    return std::ranges::any_of(names_, [&](const auto& name) { return name.second == id.schema; });
  }

  ObjectId Back(ObjectId id) const {
    for (const auto& [name, scratch] : names_) {
      if (id.schema == scratch) id.schema = name;
      if (id.kind == Kind::kSchema && id.name == scratch) id.name = name;
    }
    return id;
  }

  std::string Back(std::string text) const {
    for (const auto& [name, scratch] : names_) {
      for (std::size_t at = 0; (at = text.find(scratch, at)) != std::string::npos;) {
        text.replace(at, scratch.size(), name);
        at += name.size();
      }
    }
    return text;
  }

 private:
  // Schemas are made without owner, privileges and comment: these say nothing of what lies there.
  void Move(Schema& schema, bool back) const {
    for (const auto& [name, scratch] : names_) {
      const ObjectId from = SchemaId(back ? scratch : name);
      schema.objects.insert_or_assign(from, Object{from, {}, Namespace{}});
      ApplyRename(schema, {from, {}, back ? name : scratch}, {.server_major = kBuiltForMajor});
    }
  }

  std::map<std::string, std::string> names_;
};

Schema ReadBack(Spi& spi, Repository& repository, const Scratch& scratch) {
  const auto main = repository.Ref(kMainRef);
  std::optional<Sha> tree;
  if (main) tree = repository.Objects().ReadCommit(*main).tree;
  Schema schema;
  for (const FileChange& change : LiveSchema(spi, repository, kMainRef, false).ChangesFrom(tree)) {
    if (!change.after || !TypeAtPath(change.path)) continue;
    Object object = ParseDefinition(*change.after);
    ObjectId id = object.id;
    if (scratch.Has(id)) schema.objects.emplace(std::move(id), std::move(object));
  }
  return schema;
}

// The first line in which the server has it otherwise.
std::string DifferenceText(const Object& foretold, const Object* printed) {
  if (printed == nullptr) return "the server has it not, once it is built";
  const std::string text = RenderDefinition(foretold);
  const std::string other = RenderDefinition(*printed);
  const auto lines = SplitLines(text);
  const auto other_lines = SplitLines(other);
  const auto [line, other_line] =
      std::mismatch(lines.begin(), lines.end(), other_lines.begin(), other_lines.end());
  const auto shown = [](auto at, const auto& all) {
    return at == all.end() ? std::string("nothing more") : '"' + std::string(*at) + '"';
  };
  return "the server reads it back otherwise than it merged: " + shown(other_line, other_lines) +
         " for " + shown(line, lines);
}

/// One trial: made and taken away in a subtransaction.
class Builder {
 public:
  Builder(Spi& spi, Repository& repository, Schema schema, const Ids& tried)
      : spi_(spi),
        repository_(repository),
        schema_(std::move(schema)),
        tried_(tried),
        scratch_(schema_) {}

  Trial Run() {
    Trial trial;
    scratch_.MoveThere(schema_);
    const Plan plan =
        BuildPlan(Schema{}, schema_, {.server_major = kBuiltForMajor, .one_transaction = true});
    Schema printed;
    const Step* running = nullptr;
    try {
      const Subtransaction attempt;
      const SettingScope settings(kPlanSettings);
      for (const Part& part : plan.parts) {
        for (const Step& step : part) {
          PollInterrupts();
          running = &step;
          (void)ExecuteSingle(step.sql);
        }
      }
      running = nullptr;
      printed = ReadBack(spi_, repository_, scratch_);
    } catch (const ServerError& error) {
      if (running == nullptr) throw;
      if (error.data().sqlerrcode == ERRCODE_INSUFFICIENT_PRIVILEGE) {
        Server([] {
          ereport(NOTICE,
                  (errmsg("what was merged was not tried: that takes the right to make schemas"),
                   errhint("Have it given with GRANT CREATE ON DATABASE.")));
        });
        return trial;
      }
      if (!IsRefusal(error.data().sqlerrcode)) throw;
      trial.refusal = Refusal{scratch_.Back(running->object), running->element,
                              scratch_.Back(std::string(error.what()))};
      return trial;
    }
    Compare(std::move(printed), trial);
    return trial;
  }

 private:
  void Compare(Schema printed, Trial& trial) {
    Ids other;
    for (const auto& [id, object] : schema_.objects) {
      if (!tried_.contains(scratch_.Back(id))) continue;
      const auto found = printed.objects.find(id);
      Object* const there = found == printed.objects.end() ? nullptr : &found->second;
      // Default privileges of the database are not those of the branch.
      if (there != nullptr) there->attributes.privileges = object.attributes.privileges;
      if (there != nullptr && *there == object) continue;
      if (there != nullptr && IsSameView(object, *there)) {
        other.insert(scratch_.Back(id));
        continue;
      }
      trial.refusal = Refusal{scratch_.Back(id), {}, scratch_.Back(DifferenceText(object, there))};
      return;
    }
    if (other.empty()) return;
    scratch_.MoveBack(printed);
    for (const ObjectId& id : other) {
      const Object& object = printed.objects.at(id);
      trial.printed[PathOf(id)] = {
          Mode::kFile, repository_.Objects().Write(ObjectType::kBlob, RenderDefinition(object))};
    }
  }

  Spi& spi_;
  Repository& repository_;
  Schema schema_;
  const Ids& tried_;  // The rest is there because these need it.
  const Scratch scratch_;
};

}  // namespace

bool IsRefusal(int sqlstate) {
  if (sqlstate == ERRCODE_INSUFFICIENT_PRIVILEGE) return false;
  switch (ERRCODE_TO_CATEGORY(sqlstate)) {
    case ERRCODE_FEATURE_NOT_SUPPORTED:
    case ERRCODE_CARDINALITY_VIOLATION:
    case ERRCODE_DATA_EXCEPTION:
    case ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION:
    case ERRCODE_DEPENDENT_PRIVILEGE_DESCRIPTORS_STILL_EXIST:
    case ERRCODE_SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION:
    case ERRCODE_WITH_CHECK_OPTION_VIOLATION: return true;
    default: return false;
  }
}

Trial TryToBuild(Spi& spi, Repository& repository, const Sha& before, const Sha& after) {
  std::set<std::string> paths;
  for (const PathDifference& difference : DiffTrees(repository.Objects(), before, after)) {
    if (difference.after && TypeAtPath(difference.path)) paths.insert(difference.path);
  }
  if (paths.empty()) return {};
  const Schema all = SchemaOfTree(repository, after);
  Ids changed;
  for (const auto& [id, object] : all.objects) {
    if (paths.contains(PathOf(id))) changed.insert(id);
  }
  const Choice choice(all);
  const Ids chosen = choice.Of(changed);
  if (chosen.empty()) return {};
  Schema schema = choice.NeededBy(chosen);
  for (const ObjectId& id : chosen) schema.objects.insert_or_assign(id, all.objects.at(id));
  try {
    return Builder(spi, repository, std::move(schema), chosen).Run();
  } catch (const Error& error) {
    // No order leads there: two things that need each other.
    if (error.code() != ErrorCode::kDependencyCycle) throw;
    return {Refusal{*changed.begin(), {}, error.what()}, {}};
  }
}

}  // namespace pggit
