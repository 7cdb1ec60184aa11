#pragma once

namespace pggit::cli {

/// The headings of the overview.
inline constexpr char kGroupStart[] = "Set up and look after a database";
inline constexpr char kGroupHistory[] = "Record the schema and look at its history";
inline constexpr char kGroupChange[] = "Go back, and bring changes together";
inline constexpr char kGroupSchema[] = "Look at a schema and move it";
inline constexpr char kGroupHelp[] = "Find your way";

}  // namespace pggit::cli
