#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "cli/renames.h"
#include "core/base/lines.h"
#include "core/catalog/cells.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::vector<std::string> sides = arguments.All("REVISION");
  if (sides.size() != 2) {
    throw UsageError("a merge has two sides", "Name them: pggit merge-tree OURS THEIRS");
  }
  const Result row = HistoryServer(context).Query(
      std::string("SELECT tree_sha, ") + kConflictsColumn +
          " FROM pggit_v0.merge_tree($1, $2, NULLIF($3, ''), $4::pg_catalog.text[])",
      {sides[0], sides[1], arguments.Value("merge-base").value_or(""),
       ArrayText(arguments.All("rename"))});
  const std::string tree = row.Text(0, "tree_sha");
  const std::string paths = row.Text(0, "conflicts");
  Output& output = context.output();
  std::string text = tree.empty() ? "" : tree + '\n';
  Json::Array list;
  for (const std::string_view path : SplitLines(paths)) {
    list.emplace_back(std::string(path));
    text += output.answer_style().Paint(Color::kRed, "conflict") + ' ' + std::string(path) + '\n';
  }
  if (context.json()) {
    output.AnswerJson("merge-tree", {{"tree", TextOrNull(tree)}, {"conflicts", std::move(list)}});
  } else {
    output.Answer(text);
  }
  return tree.empty() ? 1 : 0;
}

}  // namespace

Command MergeTreeCommand() {
  return {
      .name = "merge-tree",
      .group = kGroupChange,
      .summary = "say what a merge would give, and change nothing",
      .description =
          {"Merges two revisions as pggit merge does and prints the id of the tree that would come "
           "of it. Neither the history nor the live schema is touched, and the tree is not kept.",
           "Where they disagree there is no tree: the parts are listed and the exit status is 1."},
      .options = {{.name = "merge-base",
                   .value = "REVISION",
                   .help = "what both came from; their best common ancestor when left out"},
                  RenameOption()},
      .positional = {.name = "REVISION",
                     .help = "what is merged into, then what is merged",
                     .required = true,
                     .repeats = true},
      .examples = {{"pggit merge-tree main feature", "See whether a branch would merge."}},
      .exits = {{0, "they merge"}, {1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
