#include <algorithm>
#include <iterator>
#include <set>

#include "cli/groups.h"
#include "cli/parser.h"
#include "cli/two_schemas.h"
#include "core/lint/lint.h"

namespace pggit::cli {
namespace {

// What --fail-on takes beside the names of rules; "error" is what other tools say for critical.
std::optional<Severity> SeverityFrom(const std::string& name) {
  if (name == "info") return Severity::kInfo;
  if (name == "warning") return Severity::kWarning;
  if (name == "critical" || name == "error") return Severity::kCritical;
  return std::nullopt;
}

const LintRule& RuleNamed(const std::string& name, const std::string& option) {
  if (const LintRule* rule = FindLintRule(name)) return *rule;
  throw UsageError('"' + name + "\" is not a rule, for --" + option,
                   "List the rules with \"pggit lint --rules\".");
}

/// The rules that a finding makes the verb fail of.
std::set<std::string_view> FatalRules(const Arguments& arguments) {
  std::vector<std::string> names = arguments.All("fail-on");
  if (names.empty()) names = {"warning"};
  std::set<std::string_view> rules;
  for (const std::string& name : names) {
    if (name == "nothing") continue;
    if (const auto least = SeverityFrom(name)) {
      for (const LintRule& rule : LintRules()) {
        if (rule.severity >= *least) rules.insert(rule.name);
      }
    } else {
      rules.insert(RuleNamed(name, "fail-on").name);
    }
  }
  return rules;
}

std::vector<Finding> FindingsOf(Context& context) {
  std::set<const LintRule*> ignored;
  for (const std::string& name : context.arguments().All("ignore")) {
    ignored.insert(&RuleNamed(name, "ignore"));
  }
  const TwoSchemas both = ReadTwoSchemas(context, "pggit lint --from OLD --to NEW");
  std::vector<Finding> findings = Lint(both.start(), both.to.schema, both.MakePlan());
  std::erase_if(findings, [&](const Finding& f) { return ignored.contains(f.rule); });
  return findings;
}

std::string PaintedSeverity(Severity severity, const Style& style) {
  std::string name(SeverityName(severity));
  switch (severity) {
    case Severity::kCritical: return style.Paint(Color::kRed, name);
    case Severity::kWarning: return style.Paint(Color::kYellow, name);
    case Severity::kInfo: break;
  }
  return name;
}

std::string FindingText(const Finding& finding, const Style& style) {
  const LintRule& rule = *finding.rule;
  return PaintedSeverity(rule.severity, style) + ' ' + std::string(rule.name) + ": " +
         finding.message + "\n  HINT: " + std::string(rule.hint) + '\n';
}

Json FindingJson(const Finding& finding, bool fatal) {
  return Json::Object{{"rule", std::string(finding.rule->name)},
                      {"severity", std::string(SeverityName(finding.rule->severity))},
                      {"object", Describe(finding.object)},
                      {"part", std::string(ElementKindName(finding.element.kind))},
                      {"name", finding.element.name},
                      {"message", finding.message},
                      {"hint", std::string(finding.rule->hint)},
                      {"sql", TextOrNull(finding.sql)},
                      {"fatal", fatal}};
}

std::string Count(const std::vector<Finding>& findings) {
  const auto count = [&](Severity severity) {
    const auto many =
        std::ranges::count(findings, severity, [](const Finding& f) { return f.rule->severity; });
    return std::to_string(many) + ' ' + std::string(SeverityName(severity));
  };
  return count(Severity::kCritical) + ", " + count(Severity::kWarning) + ", " +
         count(Severity::kInfo) + '\n';
}

int ListRules(Context& context) {
  Json::Array list;
  std::string text;
  for (const LintRule& rule : LintRules()) {
    const std::string name(rule.name);
    const std::string severity(SeverityName(rule.severity));
    text += name + " (" + severity + "): " + std::string(rule.finds) + '\n';
    list.push_back(Json::Object{{"rule", name},
                                {"severity", severity},
                                {"finds", std::string(rule.finds)},
                                {"hint", std::string(rule.hint)}});
  }
  if (context.json()) {
    context.output().AnswerJson("lint", {{"rules", std::move(list)}});
  } else {
    context.output().PagedAnswer(text);
  }
  return 0;
}

int Run(Context& context) {
  if (context.arguments().Has("rules")) return ListRules(context);
  const std::set<std::string_view> fatal = FatalRules(context.arguments());
  const std::vector<Finding> findings = FindingsOf(context);
  const auto is_fatal = [&](const Finding& f) { return fatal.contains(f.rule->name); };
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const Finding& finding : findings) list.push_back(FindingJson(finding, is_fatal(finding)));
    output.AnswerJson("lint", {{"findings", std::move(list)}});
  } else {
    std::string text;
    for (const Finding& finding : findings) text += FindingText(finding, output.answer_style());
    output.PagedAnswer(text + Count(findings));
  }
  return std::ranges::any_of(findings, is_fatal) ? 1 : 0;
}

std::vector<Option> Options() {
  std::vector<Option> options = {
      {.name = "fail-on",
       .value = "WHAT",
       .help =
           "end with 1 for these: info, warning (if left out), critical or error, nothing, or a "
           "rule; may be given again"},
      {.name = "ignore", .value = "RULE", .help = "leave a rule out; may be given again"},
      {.name = "rules", .help = "list the rules"}};
  std::ranges::copy(TwoSchemasOptions(), std::back_inserter(options));
  return options;
}

}  // namespace

Command LintCommand() {
  return {
      .name = "lint",
      .group = kGroupSchema,
      .summary = "say what is dangerous or careless in a migration",
      .description =
          {"Plans the way between two schemas as \"pggit diff --from --to\" does, and tells what "
           "in "
           "it destroys data, locks tables that are there for long, breaks programs, or is better "
           "done otherwise. Only what the plan adds or changes is looked at.",
           "A finding that --fail-on names makes the exit status 1: at first every warning and "
           "worse."},
      .options = Options(),
      .examples = {{"pggit lint --from production --to schema/", "Look before a migration."},
                   {"pggit lint --from old.sql --to new.sql --fail-on critical --fail-on "
                    "blocking-index",
                    "Let a build fail of these alone."},
                   {"pggit lint --rules", "List what it looks for."}},
      .exits = {{0, "nothing found that --fail-on names"}, {1, "findings"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
