#include "cli/json.h"

#include <nlohmann/json.hpp>

namespace pggit::cli {
namespace {

using Tree = nlohmann::ordered_json;

struct ToTree {
  Tree operator()(const Json::Array& items) const {
    Tree tree = Tree::array();
    for (const Json& item : items) tree.push_back(std::visit(*this, item.value()));
    return tree;
  }
  Tree operator()(const Json::Object& members) const {
    Tree tree = Tree::object();
    for (const auto& [name, member] : members) tree[name] = std::visit(*this, member.value());
    return tree;
  }
  template <typename Scalar>
  Tree operator()(const Scalar& scalar) const {
    return Tree(scalar);
  }
};

}  // namespace

Json TextOrNull(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

std::string Dump(const Json& value) {
  return std::visit(ToTree(), value.value()).dump(2, ' ', false, Tree::error_handler_t::replace);
}

}  // namespace pggit::cli
