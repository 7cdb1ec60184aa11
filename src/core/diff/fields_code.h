#pragma once

#include <tuple>

#include "core/diff/field.h"
#include "core/model/schema.h"

namespace pggit {

// Members of what is code: functions, languages, text search, event triggers.

constexpr auto FieldsOf(const FunctionSetting*) {
  return std::tuple{Field{"name", &FunctionSetting::name},
                    Field{"values", &FunctionSetting::values}};
}

constexpr auto FieldsOf(const Function*) {
  return std::tuple{Field{"arguments", &Function::arguments},
                    Field{"result", &Function::result},
                    Field{"language", &Function::language},
                    Field{"transforms", &Function::transforms},
                    Field{"window", &Function::window},
                    Field{"volatility", &Function::volatility},
                    Field{"strict", &Function::strict},
                    Field{"security definer", &Function::security_definer},
                    Field{"leakproof", &Function::leakproof},
                    Field{"cost", &Function::cost},
                    Field{"rows", &Function::rows},
                    Field{"support", &Function::support},
                    Field{"parallel", &Function::parallel},
                    Field{"settings", &Function::settings},
                    Field{"library", &Function::library},
                    Field{"source", &Function::source},
                    Field{"body", &Function::sql_body}};
}

constexpr auto FieldsOf(const Aggregate*) {
  return std::tuple{Field{"arguments", &Aggregate::arguments},
                    Field{"transition function", &Aggregate::transition_function},
                    Field{"state type", &Aggregate::state_type},
                    Field{"state space", &Aggregate::state_space},
                    Field{"final function", &Aggregate::final_function},
                    Field{"final extra", &Aggregate::final_extra},
                    Field{"final modify", &Aggregate::final_modify},
                    Field{"combine function", &Aggregate::combine_function},
                    Field{"serial function", &Aggregate::serial_function},
                    Field{"deserial function", &Aggregate::deserial_function},
                    Field{"initial condition", &Aggregate::initial_condition},
                    Field{"moving transition function", &Aggregate::moving_transition_function},
                    Field{"moving inverse function", &Aggregate::moving_inverse_function},
                    Field{"moving state type", &Aggregate::moving_state_type},
                    Field{"moving state space", &Aggregate::moving_state_space},
                    Field{"moving final function", &Aggregate::moving_final_function},
                    Field{"moving final extra", &Aggregate::moving_final_extra},
                    Field{"moving final modify", &Aggregate::moving_final_modify},
                    Field{"moving initial condition", &Aggregate::moving_initial_condition},
                    Field{"sort operator", &Aggregate::sort_operator},
                    Field{"parallel", &Aggregate::parallel},
                    Field{"hypothetical", &Aggregate::hypothetical}};
}

constexpr auto FieldsOf(const Language*) {
  return std::tuple{Field{"trusted", &Language::trusted}, Field{"handler", &Language::handler},
                    Field{"inline handler", &Language::inline_handler},
                    Field{"validator", &Language::validator}};
}

constexpr auto FieldsOf(const AccessMethod*) {
  return std::tuple{Field{"type", &AccessMethod::type}, Field{"handler", &AccessMethod::handler}};
}

constexpr auto FieldsOf(const TextSearchParser*) {
  return std::tuple{
      Field{"start", &TextSearchParser::start}, Field{"get token", &TextSearchParser::get_token},
      Field{"end", &TextSearchParser::end}, Field{"headline", &TextSearchParser::headline},
      Field{"token types", &TextSearchParser::token_types}};
}

constexpr auto FieldsOf(const TextSearchTemplate*) {
  return std::tuple{Field{"init", &TextSearchTemplate::init},
                    Field{"lexize", &TextSearchTemplate::lexize}};
}

constexpr auto FieldsOf(const TextSearchDictionary*) {
  return std::tuple{Field{"template", &TextSearchDictionary::template_name},
                    Field{"settings", &TextSearchDictionary::settings}};
}

constexpr auto FieldsOf(const TextSearchMapping*) {
  return std::tuple{Field{"dictionaries", &TextSearchMapping::dictionaries}};
}

constexpr auto FieldsOf(const TextSearchConfiguration*) {
  return std::tuple{Field{"parser", &TextSearchConfiguration::parser},
                    Field{"mappings", &TextSearchConfiguration::mappings}};
}

constexpr auto FieldsOf(const EventTrigger*) {
  return std::tuple{Field{"event", &EventTrigger::event}, Field{"tags", &EventTrigger::tags},
                    Field{"function", &EventTrigger::function},
                    Field{"enabled", &EventTrigger::enabled}};
}

}  // namespace pggit
