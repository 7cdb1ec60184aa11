#include "cli/doctor.h"

#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

const std::vector<Check> kChecks = {{"server", "ok", "PostgreSQL 15", "unused"},
                                    {"extension", "critical", "not installed", "Install it."},
                                    {"log", "warning", "off", ""},
                                    {"note", "info", "fine", "Run it."}};

TEST(DoctorText, IsPlainAsciiWithoutUtf8) {
  EXPECT_EQ(DoctorText(kChecks, Style{}, 80),
            "ok  server     PostgreSQL 15\n"
            "BAD extension  not installed\n"
            "               HINT:  Install it.\n"
            "!   log        off\n"
            "i   note       fine\n"
            "               HINT:  Run it.\n"
            "\n"
            "2 findings.\n");
}

TEST(DoctorText, HasSignsAndColoursWhereTheyCanBeShown) {
  const std::string text = DoctorText(kChecks, Style{.color = true, .utf8 = true}, 80);
  EXPECT_NE(text.find("\x1b[32m\u2713\x1b[0m server     PostgreSQL 15\n"), std::string::npos);
  EXPECT_NE(text.find("\x1b[31m\u2717\x1b[0m extension"), std::string::npos);
  EXPECT_NE(text.find("\x1b[33m!\x1b[0m log"), std::string::npos);
}

TEST(DoctorText, SaysThatNothingWasFound) {
  EXPECT_EQ(DoctorText({{"server", "ok", "fine", ""}}, Style{}, 80),
            "ok  server  fine\n\nNo findings.\n");
}

TEST(CountFindings, LeavesOutWhatIsFine) {
  EXPECT_EQ(CountFindings(kChecks), 2);
}

TEST(DoctorJson, CarriesEveryCheckAndTheCount) {
  EXPECT_EQ(Dump(DoctorJson({{"server", "ok", "fine", ""}})),
            "{\n"
            "  \"checks\": [\n"
            "    {\n"
            "      \"check_name\": \"server\",\n"
            "      \"status\": \"ok\",\n"
            "      \"details\": \"fine\",\n"
            "      \"hint\": null\n"
            "    }\n"
            "  ],\n"
            "  \"findings\": 0\n"
            "}");
}

}  // namespace
}  // namespace pggit::cli
