#include "core/plan/part_edit.h"

#include <algorithm>
#include <utility>

#include "core/diff/parts.h"
#include "core/model/parts_of.h"

namespace pggit {
namespace {

template <class P>
void Put(std::vector<P>& parts, P part) {
  std::erase_if(parts, [&](const P& other) { return other.name == part.name; });
  parts.push_back(std::move(part));
  std::ranges::sort(parts, {}, &P::name);
}

std::vector<Constraint>& ConstraintsOf(Object& object) {
  return std::get<Table>(object.definition).constraints;
}

// A part of a partition needs the one of its table that it is attached to.
bool IsOfParent(const Object& object, const Dependency& need) {
  const Table* table = std::get_if<Table>(&object.definition);
  return table && !table->partition_of.empty() && SqlName(need.on) == table->partition_of;
}

void PutNeeds(Object& object, const Element& element, const Object& source, const Element& like) {
  for (Dependency need : source.attributes.needs) {
    if (need.element != like || IsOfParent(source, need)) continue;
    need.element = element;
    object.attributes.needs.push_back(std::move(need));
  }
  std::ranges::sort(object.attributes.needs);
}

}  // namespace

const Index* FindIndex(const Object& object, const std::string& name) {
  const std::vector<Index>* indexes = IndexesOf(object.definition);
  return indexes ? FindPart(*indexes, name) : nullptr;
}

const Constraint* FindConstraint(const Object& object, const std::string& name) {
  const Table* table = std::get_if<Table>(&object.definition);
  return table ? FindPart(table->constraints, name) : nullptr;
}

void TakePart(Object& object, const Element& element) {
  if (element.kind == ElementKind::kIndex) {
    std::erase_if(*IndexesOf(object.definition),
                  [&](const Index& index) { return index.name == element.name; });
  } else {
    std::erase_if(ConstraintsOf(object),
                  [&](const Constraint& constraint) { return constraint.name == element.name; });
  }
  Attributes& attributes = object.attributes;
  // The columns of a key's index are spoken of as an index's.
  for (const ElementKind kind : {element.kind, ElementKind::kIndex}) {
    const Element part{kind, element.name};
    attributes.comments.erase(part);
    attributes.labels.erase(part);
    attributes.extensions.erase(part);
    std::erase_if(attributes.needs, [&](const Dependency& need) { return need.element == part; });
  }
}

void PutPart(Object& object, const Object& source, const Element& element) {
  if (const Index* index = FindIndex(source, element.name);
      index && element.kind == ElementKind::kIndex) {
    Put(*IndexesOf(object.definition), *index);
  } else {
    Put(ConstraintsOf(object), *FindConstraint(source, element.name));
  }
  const auto copy = [&](const auto& from, auto& to) {
    const auto found = from.find(element);
    if (found != from.end()) to.insert_or_assign(element, found->second);
  };
  copy(source.attributes.comments, object.attributes.comments);
  copy(source.attributes.labels, object.attributes.labels);
  copy(source.attributes.extensions, object.attributes.extensions);
  PutNeeds(object, element, source, element);
}

void PutIndex(Object& object, Index index, const Object& source, const Element& like) {
  const Element element = PartElement(index);
  index.clustered = false;
  index.attached_to.clear();
  index.statistics.clear();
  Put(*IndexesOf(object.definition), std::move(index));
  PutNeeds(object, element, source, like);
}

void PutConstraint(Object& object, Constraint constraint, const Object& source,
                   const Element& like) {
  const Element element = PartElement(constraint);
  constraint.clustered = false;
  constraint.attached_to.clear();
  Put(ConstraintsOf(object), std::move(constraint));
  PutNeeds(object, element, source, like);
}

void RenameIndex(Object& object, const std::string& name, const std::string& fresh) {
  const Element old{ElementKind::kIndex, name};
  const Element renamed{ElementKind::kIndex, fresh};
  std::vector<Index>& indexes = *IndexesOf(object.definition);
  for (Index& index : indexes) {
    if (index.name == name) index.name = fresh;
  }
  std::ranges::sort(indexes, {}, &Index::name);
  const auto move = [&](auto& said) {
    auto node = said.extract(old);
    if (node.empty()) return;
    node.key() = renamed;
    said.insert(std::move(node));
  };
  move(object.attributes.comments);
  move(object.attributes.labels);
  move(object.attributes.extensions);
  for (Dependency& need : object.attributes.needs) {
    if (need.element == old) need.element = renamed;
  }
  std::ranges::sort(object.attributes.needs);
}

}  // namespace pggit
