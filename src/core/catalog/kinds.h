#pragma once

#include "core/catalog/index_rows.h"
#include "core/catalog/reader.h"

namespace pggit {

// One function for each kind (or few that share a catalog), each in the file of its name. They run
// in the order of kSteps in snapshot.cc: a part is read after the object it belongs to.

/// What needs what, for the readers that follow.
void ReadDependRows(Reader& reader);

/// Extensions and, so that no other reader takes them for its own, all that belongs to them.
void ReadExtensions(Reader& reader);
void ReadNamespaces(Reader& reader);
void ReadCollations(Reader& reader);
void ReadConversions(Reader& reader);
void ReadTypes(Reader& reader);
void ReadDomains(Reader& reader);
void ReadSequences(Reader& reader);  // Before the tables, whose identity columns own some.
void ReadForeignDataWrappers(Reader& reader);
void ReadServers(Reader& reader);
void ReadUserMappings(Reader& reader);
void ReadCasts(Reader& reader);
void ReadTextSearch(Reader& reader);
void ReadTables(Reader& reader);
void ReadColumns(Reader& reader);  // Of tables.
void ReadViews(Reader& reader);
void ReadLanguages(Reader& reader);
void ReadAccessMethods(Reader& reader);
void ReadFunctions(Reader& reader);  // Procedures too; after the types, which own some functions.
void ReadAggregates(Reader& reader);
void ReadOperators(Reader& reader);
void ReadOperatorClasses(Reader& reader);  // Families too.
void ReadTransforms(Reader& reader);
void ReadMaterializedViews(Reader& reader);
void ReadStatistics(Reader& reader);
void ReadPublications(Reader& reader);
void ReadSubscriptions(Reader& reader);
void ReadEventTriggers(Reader& reader);
void ReadDefaultPrivileges(Reader& reader);

// The columns that own sequences.
void ReadSequenceOwners(Reader& reader);

// What stands for a type or relation: its array type, its row type.
void ReadFaces(Reader& reader);

// Parts of relations, whichever kind these are.
void ReadKeysAndIndexes(Reader& reader);
void ReadConstraints(Reader& reader, const IndexRows& indexes);  // Of tables.
void ReadIndexes(Reader& reader, const IndexRows& rows);         // Those that no constraint owns.
void ReadTriggers(Reader& reader);
void ReadRules(Reader& reader);
void ReadPolicies(Reader& reader);

// What every kind can have.
void ReadComments(Reader& reader);
void ReadSecurityLabels(Reader& reader);
void ReadFaceRemarks(Reader& reader);
void ReadDependencies(Reader& reader);

/// Reports as unsupported what the catalog holds and no reader has spoken of; runs last.
void ReadLeftovers(Reader& reader);

}  // namespace pggit
