// Known answers are what the program git (2.39) gives in a SHA-256 repository.

#include "core/store/object.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/commit.h"
#include "core/store/tag.h"
#include "core/store/tree.h"

namespace pggit {
namespace {

constexpr char kHello[] = "2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4";
constexpr char kSubtree[] = "61fba3f21d5bd4b757298674dee23839e6758743b64675ecc771c93efc12a21b";
constexpr char kTree[] = "e2de64662adbb15465244e01e490e7ffbfefbfaae38695e660e54bff1ee15e18";
constexpr char kFirst[] = "0f048453ebd4b1a40d017f8eae10a40dc70da2cda26d8251536eed398ce6d546";
constexpr char kSecond[] = "ca3d2697b2e8efec8974d442fccfbd8eea137129a02f755e9cd898a44ad62da4";

Sha Id(std::string_view hex) {
  return ParseSha(hex).value();
}

const Signature kAnn{"Ann Ä", "ann@example.com", 1700000000, "+0130"};
const Signature kBob{"Bob", "bob@example.com", 1700000060, "-0700"};

TEST(HashObject, OfBlobs) {
  EXPECT_EQ(Hex(HashObject(ObjectType::kBlob, "hello\n")), kHello);
  EXPECT_EQ(Hex(HashObject(ObjectType::kBlob, "")),
            "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
}

TEST(HashObject, OfTrees) {
  EXPECT_EQ(Hex(HashObject(ObjectType::kTree, EncodeTree({}))),
            "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");
  const Tree tree = {{Mode::kExecutable, "a0", Id(kHello)},
                     {Mode::kDirectory, "a", Id(kSubtree)},
                     {Mode::kFile, "a.b", Id(kHello)}};
  const std::string content = EncodeTree(tree);
  EXPECT_EQ(Hex(HashObject(ObjectType::kTree, content)), kTree);
  EXPECT_EQ(DecodeTree(content), (Tree{tree[2], tree[1], tree[0]}));
}

TEST(HashObject, OfCommits) {
  const Commit first{Id(kTree), {}, kAnn, kBob, {}, "first\n\nbody\n"};
  EXPECT_EQ(Hex(HashObject(ObjectType::kCommit, EncodeCommit(first))), kFirst);
  const Commit merge{Id(kSubtree), {Id(kSecond), Id(kFirst)}, kAnn, kBob, {}, "merge\n"};
  EXPECT_EQ(Hex(HashObject(ObjectType::kCommit, EncodeCommit(merge))),
            "3204fc59665180d57ea1ccdadd9e2402677f66d204300c180637ff8d79b7010f");
  EXPECT_EQ(DecodeCommit(EncodeCommit(merge)), merge);
}

TEST(HashObject, OfTags) {
  const Tag tag{Id(kFirst), ObjectType::kCommit, "v1", kBob, "one\n"};
  EXPECT_EQ(Hex(HashObject(ObjectType::kTag, EncodeTag(tag))),
            "711ab39b788f447171f2df5a1ee5899b2f7ec3732695dad1baa5831e3353400a");
  EXPECT_EQ(DecodeTag(EncodeTag(tag)), tag);
}

TEST(DecodeTree, RefusesEveryOtherSpelling) {
  const std::string id(Sha::kBytes, 'x');
  const auto entry = [&](std::string_view mode, std::string_view name) {
    return std::string(mode) + ' ' + std::string(name) + std::string(1, '\0') + id;
  };
  EXPECT_EQ(DecodeTree(entry("100644", "a") + entry("100644", "b")).size(), 2u);
  for (const std::string& content :
       {entry("100644", "b") + entry("100644", "a"), entry("100644", "a") + entry("100644", "a"),
        entry("100644", "a") + entry("100644", "a.b") + entry("40000", "a"), entry("0100644", "a"),
        entry("040000", "a"), entry("100664", "a"), entry("100644", ""), entry("100644", "."),
        entry("40000", ".."), entry("40000", ".GIT"), entry("100644", "a/b"),
        entry("100644", "a").substr(0, 20), std::string("100644 a"), std::string("x")}) {
    EXPECT_THROW((void)DecodeTree(content), Error) << content;
  }
}

TEST(EncodeTree, RefusesWhatNoTreeHolds) {
  EXPECT_THROW((void)EncodeTree({{Mode::kFile, "a", {}}, {Mode::kDirectory, "a", {}}}), Error);
  for (const char* const name : {"", ".", "..", ".git", ".Git", "GIT~1", "a/b"}) {
    EXPECT_THROW((void)EncodeTree({{Mode::kFile, name, {}}}), Error) << name;
  }
}

TEST(DecodeCommit, KeepsHeadersItDoesNotKnow) {
  Commit commit{Id(kTree), {}, kAnn, kBob, {}, "signed"};
  commit.more = {{"encoding", "ISO-8859-1"}, {"gpgsig-sha256", "-----BEGIN\n\n abc\n-----END"}};
  const std::string content = EncodeCommit(commit);
  EXPECT_NE(content.find("gpgsig-sha256 -----BEGIN\n \n  abc\n -----END\n\nsigned"),
            std::string::npos);
  EXPECT_EQ(DecodeCommit(content), commit);
}

TEST(DecodeCommit, RefusesWhatGitWouldNotWrite) {
  const std::string tree = "tree " + std::string(kTree) + '\n';
  const std::string people = "author A <a> 1 +0000\ncommitter A <a> 1 +0000\n";
  EXPECT_EQ(DecodeCommit(tree + people + "\n").message, "");
  for (const std::string& content :
       {std::string(), tree, people + "\n", tree + people, tree + people + "x\n\n",
        "tree " + std::string(63, 'a') + "\n" + people + "\n",
        "tree " + std::string(64, 'A') + "\n" + people + "\n", tree + "parent x\n" + people + "\n",
        tree + "author A <a> 01 +0000\n" + people + "\n",
        tree + "author A <a> 1 0000\ncommitter A <a> 1 +0000\n\n",
        tree + "author A <a> -1 +0000\ncommitter A <a> 1 +0000\n\n",
        tree + "author A<a> 1 +0000\ncommitter A <a> 1 +0000\n\n",
        tree + "committer A <a> 1 +0000\nauthor A <a> 1 +0000\n\n",
        tree + people + std::string("x a\0b\n\n", 7)}) {
    EXPECT_THROW((void)DecodeCommit(content), Error) << content;
  }
}

TEST(DecodeTag, RefusesWhatGitWouldNotWrite) {
  const std::string object = "object " + std::string(kTree) + "\n";
  EXPECT_FALSE(DecodeTag(object + "type tree\ntag x\n\n").tagger);
  for (const std::string& content :
       {object + "type nothing\ntag x\n\n", object + "type tree\ntag \n\n",
        object + "type tree\ntag x\ntagger A\n\n", object + "type tree\ntag x\nmore y\n\n"}) {
    EXPECT_THROW((void)DecodeTag(content), Error) << content;
  }
}

TEST(SignatureText, RefusesWhatWouldNotReadBack) {
  for (const Signature& signature :
       {Signature{"a<b", "c", 1, "+0000"}, Signature{"a", "b>", 1, "+0000"},
        Signature{"a\n", "b", 1, "+0000"}, Signature{"a", "b", -1, "+0000"},
        Signature{"a", "b", 1, "Z"}}) {
    EXPECT_THROW((void)SignatureText(signature), Error);
  }
  EXPECT_EQ(ParseSignature("two words <> 7 -0330"), (Signature{"two words", "", 7, "-0330"}));
}

TEST(UtcText, IsReadBySql) {
  EXPECT_EQ(UtcText(0), "1970-01-01 00:00:00+00");
  EXPECT_EQ(UtcText(1768471205), "2026-01-15 10:00:05+00");
  EXPECT_EQ(UtcText(951782400), "2000-02-29 00:00:00+00");
}

TEST(CleanName, LeavesWhatALineCanHold) {
  EXPECT_EQ(CleanName(" Dr. <x>\n Who, "), "Dr. x Who");
  EXPECT_EQ(CleanName("<>"), "");
}

TEST(CleanMessage, IsGitsStripspace) {
  EXPECT_EQ(CleanMessage("\n\n  a  \n\n\n\nb\t\n\n"), "  a\n\nb\n");
  EXPECT_EQ(CleanMessage("a"), "a\n");
  EXPECT_EQ(CleanMessage(" \n\t\n"), "");
  EXPECT_EQ(Subject("a\nb"), "a");
  EXPECT_EQ(Subject(""), "");
}

}  // namespace
}  // namespace pggit
