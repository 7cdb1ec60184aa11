#include "extension/watched_catalogs.h"

extern "C" {
#include "catalog/pg_aggregate_d.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_amop_d.h"
#include "catalog/pg_amproc_d.h"
#include "catalog/pg_attrdef_d.h"
#include "catalog/pg_attribute_d.h"
#include "catalog/pg_authid_d.h"
#include "catalog/pg_cast_d.h"
#include "catalog/pg_class_d.h"
#include "catalog/pg_collation_d.h"
#include "catalog/pg_constraint_d.h"
#include "catalog/pg_conversion_d.h"
#include "catalog/pg_default_acl_d.h"
#include "catalog/pg_depend_d.h"
#include "catalog/pg_description_d.h"
#include "catalog/pg_enum_d.h"
#include "catalog/pg_event_trigger_d.h"
#include "catalog/pg_extension_d.h"
#include "catalog/pg_foreign_data_wrapper_d.h"
#include "catalog/pg_foreign_server_d.h"
#include "catalog/pg_foreign_table_d.h"
#include "catalog/pg_index_d.h"
#include "catalog/pg_inherits_d.h"
#include "catalog/pg_init_privs_d.h"
#include "catalog/pg_language_d.h"
#include "catalog/pg_namespace_d.h"
#include "catalog/pg_opclass_d.h"
#include "catalog/pg_operator_d.h"
#include "catalog/pg_opfamily_d.h"
#include "catalog/pg_partitioned_table_d.h"
#include "catalog/pg_policy_d.h"
#include "catalog/pg_proc_d.h"
#include "catalog/pg_publication_d.h"
#include "catalog/pg_publication_rel_d.h"
#include "catalog/pg_range_d.h"
#include "catalog/pg_rewrite_d.h"
#include "catalog/pg_seclabel_d.h"
#include "catalog/pg_sequence_d.h"
#include "catalog/pg_statistic_ext_d.h"
#include "catalog/pg_subscription_d.h"
#include "catalog/pg_transform_d.h"
#include "catalog/pg_trigger_d.h"
#include "catalog/pg_ts_config_d.h"
#include "catalog/pg_ts_config_map_d.h"
#include "catalog/pg_ts_dict_d.h"
#include "catalog/pg_ts_parser_d.h"
#include "catalog/pg_ts_template_d.h"
#include "catalog/pg_type_d.h"
#include "catalog/pg_user_mapping_d.h"
}

namespace pggit {
namespace {

constexpr WatchedCatalog Whole(Oid catalog) {
  return {.oid = catalog, .about = static_cast<Catalog>(catalog)};
}

constexpr WatchedCatalog kWatched[] = {
    {RelationRelationId, Catalog::kClass, Anum_pg_class_oid},
    {AttributeRelationId, Catalog::kClass, Anum_pg_attribute_attrelid},
    {AttrDefaultRelationId, Catalog::kClass, Anum_pg_attrdef_adrelid},
    {ConstraintRelationId, Catalog::kClass, Anum_pg_constraint_conrelid, 0,
     Anum_pg_constraint_contypid, Catalog::kType},
    {IndexRelationId, Catalog::kClass, Anum_pg_index_indrelid},
    {InheritsRelationId, Catalog::kClass, Anum_pg_inherits_inhrelid},
    {TriggerRelationId, Catalog::kClass, Anum_pg_trigger_tgrelid},
    {RewriteRelationId, Catalog::kClass, Anum_pg_rewrite_ev_class},
    {PolicyRelationId, Catalog::kClass, Anum_pg_policy_polrelid},
    {PartitionedRelationId, Catalog::kClass, Anum_pg_partitioned_table_partrelid},
    {SequenceRelationId, Catalog::kClass, Anum_pg_sequence_seqrelid},
    {ForeignTableRelationId, Catalog::kClass, Anum_pg_foreign_table_ftrelid},
    {TypeRelationId, Catalog::kType, Anum_pg_type_oid},
    {EnumRelationId, Catalog::kType, Anum_pg_enum_enumtypid},
    {RangeRelationId, Catalog::kType, Anum_pg_range_rngtypid},
    {ProcedureRelationId, Catalog::kProcedure, Anum_pg_proc_oid},
    {AggregateRelationId, Catalog::kProcedure, Anum_pg_aggregate_aggfnoid},
    {NamespaceRelationId, Catalog::kNamespace, Anum_pg_namespace_oid},
    {DescriptionRelationId, {}, Anum_pg_description_objoid, Anum_pg_description_classoid},
    {SecLabelRelationId, {}, Anum_pg_seclabel_objoid, Anum_pg_seclabel_classoid},
    {DependRelationId, {}, Anum_pg_depend_objid, Anum_pg_depend_classid},
    {AuthIdRelationId, Catalog::kAuthId, Anum_pg_authid_oid},
    Whole(AccessMethodRelationId),
    Whole(AccessMethodOperatorRelationId),
    Whole(AccessMethodProcedureRelationId),
    Whole(CastRelationId),
    Whole(CollationRelationId),
    Whole(ConversionRelationId),
    Whole(DefaultAclRelationId),
    Whole(EventTriggerRelationId),
    Whole(ExtensionRelationId),
    Whole(ForeignDataWrapperRelationId),
    Whole(ForeignServerRelationId),
    Whole(InitPrivsRelationId),
    Whole(LanguageRelationId),
    Whole(OperatorClassRelationId),
    Whole(OperatorFamilyRelationId),
    Whole(OperatorRelationId),
    Whole(PublicationRelRelationId),
    Whole(PublicationRelationId),
    Whole(StatisticExtRelationId),
    Whole(SubscriptionRelationId),
    Whole(TSConfigMapRelationId),
    Whole(TSConfigRelationId),
    Whole(TSDictionaryRelationId),
    Whole(TSParserRelationId),
    Whole(TSTemplateRelationId),
    Whole(TransformRelationId),
    Whole(UserMappingRelationId),
    Whole(static_cast<Oid>(Catalog::kPublicationNamespace)),  // Since 15.
};

}  // namespace

std::span<const WatchedCatalog> WatchedCatalogs() {
  const std::span<const WatchedCatalog> all = kWatched;
  return kBuiltForMajor >= 15 ? all : all.first(all.size() - 1);
}

}  // namespace pggit
