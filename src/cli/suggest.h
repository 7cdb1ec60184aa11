#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pggit::cli {

/// The Damerau-Levenshtein distance (optimal string alignment): how many letters must be added,
/// dropped, changed or swapped with their neighbour to turn `a` into `b`.
std::size_t EditDistance(std::string_view a, std::string_view b);

/// The candidates a person who typed `typed` may have meant, nearest first and equally near ones in
/// the order given; empty when none is near. What begins with `typed` is always near.
std::vector<std::string> Nearest(std::string_view typed,
                                 const std::vector<std::string>& candidates);

/// One sentence that offers what is near, `The most similar command is "doctor".`; empty when
/// nothing is. `noun` is what the candidates are.
std::string DidYouMean(std::string_view noun, std::string_view typed,
                       const std::vector<std::string>& candidates);

}  // namespace pggit::cli
