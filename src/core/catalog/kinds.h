#pragma once

#include "core/catalog/reader.h"

namespace pggit {

// One function for each kind (or few that share a catalog), each in the file of its name. They run
// in the order of kReaders in snapshot.cc: a part is read after the object it belongs to.

void ReadNamespaces(Reader& reader);
void ReadSequences(Reader& reader);
void ReadTables(Reader& reader);
void ReadViews(Reader& reader);
void ReadLanguages(Reader& reader);
void ReadAccessMethods(Reader& reader);
void ReadFunctions(Reader& reader);  // Procedures too; after the types, which own some functions.
void ReadAggregates(Reader& reader);
void ReadOperators(Reader& reader);
void ReadOperatorClasses(Reader& reader);  // Families too.
void ReadTransforms(Reader& reader);

// Parts of relations, whichever kind these are.
void ReadConstraints(Reader& reader);
void ReadIndexes(Reader& reader);
void ReadTriggers(Reader& reader);
void ReadRules(Reader& reader);
void ReadPolicies(Reader& reader);

// What every kind can have.
void ReadComments(Reader& reader);
void ReadSecurityLabels(Reader& reader);
void ReadDependencies(Reader& reader);

}  // namespace pggit
