#include "core/store/tag.h"

namespace pggit {

std::string EncodeTag(const Tag& tag) {
  std::string content = HeaderText("object", Hex(tag.object)) +
                        HeaderText("type", ObjectTypeName(tag.type)) + HeaderText("tag", tag.name);
  if (tag.tagger) content += HeaderText("tagger", SignatureText(*tag.tagger));
  content += '\n';
  content += tag.message;
  return content;
}

Tag DecodeTag(std::string_view content) {
  HeaderReader reader("tag", content);
  Tag tag;
  tag.object = reader.Id("object");
  const std::string type = reader.Line("type");
  const auto known = ObjectTypeFromName(type);
  if (!known) reader.Fail("type \"" + type + "\" does not exist");
  tag.type = *known;
  tag.name = reader.Line("tag");
  if (tag.name.empty()) reader.Fail("it has no name");
  if (reader.Next("tagger")) tag.tagger = ParseSignature(reader.Line("tagger"));
  tag.message = reader.Rest();
  if (EncodeTag(tag) != content) reader.Fail("it is not spelled as git spells it");
  return tag;
}

}  // namespace pggit
