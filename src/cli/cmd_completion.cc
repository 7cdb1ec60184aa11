#include "cli/completion.h"
#include "cli/context.h"
#include "cli/groups.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const std::string shell = *context.arguments().Value("SHELL");
  const std::string script = shell == "bash"  ? BashCompletion()
                             : shell == "zsh" ? ZshCompletion()
                                              : FishCompletion();
  if (context.json()) {
    context.output().AnswerJson("completion", {{"shell", shell}, {"script", script}});
  } else {
    context.output().Answer(script);
  }
  return 0;
}

}  // namespace

Command CompletionCommand() {
  return {
      .name = "completion",
      .group = kGroupHelp,
      .summary = "print a completion script for a shell",
      .description =
          {"Prints a script that makes the shell complete commands, options and their "
           "values. \"make install\" puts these scripts where the shells look for them."},
      .positional = {.name = "SHELL",
                     .help = "the shell",
                     .choices = {"bash", "zsh", "fish"},
                     .required = true},
      .examples = {{"source <(pggit completion bash)", "Complete in this bash from now on."},
                   {"pggit completion fish > ~/.config/fish/completions/pggit.fish",
                    "Complete in every fish session."}},
      .exits = {},
      .run = Run,
  };
}

}  // namespace pggit::cli
