#include "extension/live_schema.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/catalog/still_reading.h"
#include "core/ddl/definition.h"
#include "core/history/ref_name.h"
#include "core/model/format.h"
#include "core/model/path.h"
#include "extension/branch_schema.h"
#include "extension/spi_row_source.h"

namespace pggit {
namespace {

constexpr char kFormatPath[] = ".pggit/format";

bool MayReadLess(Spi& spi) {
  const auto rows = spi.Query("SELECT pg_catalog.current_setting('pggit.read_everything', true)");
  const std::string setting = rows.at(0)[0].value_or("");
  return setting.empty() || setting == "off";
}

// Whether the catalogs still lie in the files in which they were seen.
bool AreSameFiles(const std::vector<CatalogFile>& before, const std::vector<CatalogFile>& now) {
  return std::ranges::equal(before, now, [](const CatalogFile& a, const CatalogFile& b) {
    return a.catalog == b.catalog && a.file == b.file;
  });
}

}  // namespace

/// What the tables and the store hold of the schema as it was verified.
struct LiveSchema::Known : KnownSchema {
  explicit Known(LiveSchema& of) : live(of) {}

  std::map<CatalogAddress, std::string> NamesOf(
      const std::set<CatalogAddress>& addresses) override {
    return live.tables_.NamesOf(addresses);
  }
  Object ObjectOf(const std::string& name) override {
    SpiObjectStore& store = live.repository_.Objects();
    const auto entry = FindPath(store, live.verified_->tree, name);
    if (!entry) throw InternalError("\"" + name + "\" is not in the tree that was verified");
    return ParseDefinition(store.Read(entry->sha, ObjectType::kBlob));
  }
  std::string NameFor(const Object& object) override { return PathOf(object.id); }

  LiveSchema& live;
};

LiveSchema::LiveSchema(Spi& spi, Repository& repository, std::string ref, bool is_to_last)
    : spi_(spi),
      repository_(repository),
      ref_(std::move(ref)),
      is_to_last_(is_to_last),
      tables_(spi) {
  if (ref_ != kMainRef) {
    everything_ = ReadBranch(spi, repository, Workspace(spi, std::string(ShortRefName(ref_))));
  } else {
    Read(MayReadLess(spi));
    // A transaction that sees an older state of the store than of the schema cannot compare with
    // it.
    if (verified_ && !repository.Objects().Find(verified_->tree)) Read(/*may_read_less=*/false);
  }
  if (everything_) {
    RequireSupported(*everything_, "List them with SELECT * FROM pggit.omissions().");
    files_ = RenderAll();
  }
}

void LiveSchema::Read(bool may_read_less) {
  SpiRowSource source;
  ReadStill(source, [&] {
    verified_.reset();
    // All that is known must be of one moment, hence be read with the schema.
    if (may_read_less) verified_ = tables_.Load();
    try {
      if (verified_ && ReadSinceVerified(source)) return;
    } catch (...) {
      may_read_less = false;
      throw;
    }
    verified_.reset();
    ReadEverything(source);
  });
}

bool LiveSchema::ReadSinceVerified(RowSource& source) {
  if (!repository_.Objects().Find(verified_->tree)) return false;
  next_transaction_ = NextTransactionNumber();
  pages_ = LookAtPages(verified_->position, verified_->unsettled);
  const bool log_goes_on = pages_.position == 0 || pages_.position >= verified_->position;
  if (!log_goes_on || !AreSameFiles(verified_->files, pages_.files)) return false;
  Known known(*this);
  const auto changes = ReadChanges(source, {}, Touched(), known);
  if (!changes) return false;
  names_ = changes->names;
  changed_.clear();
  for (const auto& [path, object] : changes->objects) {
    changed_[path] = object ? std::optional(RenderDefinition(*object)) : std::nullopt;
  }
  return true;
}

std::set<CatalogAddress> LiveSchema::Touched() {
  std::set<CatalogPage> looked_into;
  for (const auto& [page, rows] : pages_.rows) looked_into.insert(page);
  pages_before_ = tables_.RowsOn(looked_into);
  for (std::size_t i = 0; i < pages_.files.size(); ++i) {
    const CatalogFile& now = pages_.files[i];
    if (now.blocks >= verified_->files[i].blocks) continue;
    // VACUUM has cut off the end.
    for (auto& [page, rows] : tables_.RowsFrom({now.catalog, now.blocks})) {
      pages_.rows[page];
      pages_before_[page] = std::move(rows);
    }
  }
  std::set<CatalogAddress> touched;
  for (const auto& [page, rows] : pages_.rows) AddTouched(pages_before_[page], rows, touched);
  return touched;
}

void LiveSchema::ReadEverything(RowSource& source) {
  Server([] { ereport(DEBUG1, (errmsg_internal("reading the whole schema"))); });
  next_transaction_ = NextTransactionNumber();
  Reader reader(source, {});
  ReadAll(reader);
  names_.clear();
  for (const auto& [address, object] : reader.added()) names_[address] = PathOf(object->id);
  for (const auto& [role, name] : reader.roles()) names_[{Catalog::kAuthId, role}] = name;
  everything_ = TakeSnapshot(reader);
  if (is_to_last_) pages_ = LookAtPages(0, {});
}

Files LiveSchema::RenderAll() const {
  Files files;
  Format format;
  format.server_major = kBuiltForMajor;
  files.emplace(kFormatPath, RenderFormat(format));
  for (const auto& [id, object] : everything_->schema.objects) {
    PollInterrupts();
    files.emplace(PathOf(id), RenderDefinition(object));
  }
  return files;
}

std::vector<FileChange> LiveSchema::ChangesFrom(const std::optional<Sha>& tree) {
  const auto ignore_file = WorkingIgnoreFile(spi_, repository_, ref_);
  return Changes(tree, ignore_file, Ignored(ignore_file));
}

std::vector<FileChange> LiveSchema::ChangesByRulesOf(const Sha& tree) {
  const auto ignore_file = IgnoreFileOf(repository_, tree);
  Ignored ignored(ignore_file);
  ignored.Keep(repository_, tree);
  return Changes(tree, ignore_file, ignored);
}

std::vector<FileChange> LiveSchema::Changes(const std::optional<Sha>& tree,
                                            const std::optional<std::string>& ignore_file,
                                            const Ignored& ignored) {
  left_out_.clear();
  return verified_ ? ChangesSinceVerified(tree, ignore_file, ignored)
                   : ChangesOfEverything(tree, ignore_file, ignored);
}

std::vector<FileChange> LiveSchema::ChangesOfEverything(
    const std::optional<Sha>& tree, const std::optional<std::string>& ignore_file,
    const Ignored& ignored) {
  if (!ignore_file) return CompareWith(repository_, tree, files_);
  Files files = files_;
  std::erase_if(files, [&](const auto& file) {
    if (!ignored.Has(file.first)) return false;
    left_out_[file.first] =
        PathEntry{Mode::kFile, repository_.Objects().Write(ObjectType::kBlob, file.second)};
    return true;
  });
  files.emplace(kIgnorePath, *ignore_file);
  return CompareWith(repository_, tree, files);
}

std::vector<FileChange> LiveSchema::ChangesSinceVerified(
    const std::optional<Sha>& tree, const std::optional<std::string>& ignore_file,
    const Ignored& ignored) {
  SpiObjectStore& store = repository_.Objects();
  // What lies at each path that may differ: in `tree`, and in the tree that was verified.
  std::map<std::string, std::pair<std::optional<Sha>, std::optional<Sha>>> sides;
  const auto sha = [](const std::optional<PathEntry>& entry) {
    return entry ? std::optional(entry->sha) : std::nullopt;
  };
  for (const auto& [path, before, after] : DiffTrees(store, tree, verified_->tree)) {
    sides[path] = {sha(before), sha(after)};
  }
  const auto add_same = [&](const std::string& path) {
    if (sides.contains(path)) return;
    const auto same = sha(FindPath(store, verified_->tree, path));
    sides[path] = {same, same};
  };
  for (const auto& [path, content] : changed_) add_same(path);
  if (tree) {
    for (const auto& [path, entry] : ignored.In(repository_, *tree)) add_same(path);
  }
  add_same(kIgnorePath);
  std::vector<FileChange> changes;
  for (const auto& [path, side] : sides) {
    const auto& [before, verified] = side;
    const auto changed = changed_.find(path);
    const bool is_changed = changed != changed_.end();
    if (ignored.Has(path)) {
      if (is_changed && changed->second) {
        left_out_[path] = PathEntry{Mode::kFile, store.Write(ObjectType::kBlob, *changed->second)};
      } else if (!is_changed && verified) {
        left_out_[path] = PathEntry{Mode::kFile, *verified};
      }
      if (before) changes.push_back({path, before, std::nullopt});
      continue;
    }
    std::optional<std::string> content;
    if (path == kIgnorePath) {
      content = ignore_file;
    } else if (is_changed) {
      content = changed->second;
    } else if (verified) {
      content = store.Read(*verified, ObjectType::kBlob);
    }
    const auto after =
        content ? std::optional(HashObject(ObjectType::kBlob, *content)) : std::nullopt;
    if (before != after) changes.push_back({path, before, std::move(content)});
  }
  return changes;
}

void LiveSchema::Remember(const Sha& tree) {
  if (!is_to_last_) throw InternalError("the live schema was not read to be remembered");
  if (ref_ != kMainRef) return;
  // The tree that is verified holds what was left out too: what is not read must be known.
  const Sha whole = left_out_.empty() ? tree : UpdateTrees(repository_.Objects(), tree, left_out_);
  const RunAs owner(repository_.Owner());
  repository_.Objects().Flush();
  if (!verified_) tables_.Clear();
  tables_.SetNames(names_);
  std::map<CatalogPage, std::vector<PageRow>> pages;
  for (const auto& [page, rows] : pages_.rows) {
    if (rows != pages_before_[page]) pages.emplace(page, rows);
  }
  tables_.SetRows(pages);
  tables_.Save({whole, pages_.position, next_transaction_, pages_.files, pages_.unsettled});
}

}  // namespace pggit
