#pragma once

#include "core/model/schema.h"

namespace pggit {

// Members of what is code: functions, languages, text search, event triggers.

template <class F>
void EachField(const FunctionSetting*, F field) {
  field("name", &FunctionSetting::name);
  field("values", &FunctionSetting::values);
}

template <class F>
void EachField(const Function*, F field) {
  field("arguments", &Function::arguments);
  field("result", &Function::result);
  field("language", &Function::language);
  field("transforms", &Function::transforms);
  field("window", &Function::window);
  field("volatility", &Function::volatility);
  field("strict", &Function::strict);
  field("security definer", &Function::security_definer);
  field("leakproof", &Function::leakproof);
  field("cost", &Function::cost);
  field("rows", &Function::rows);
  field("support", &Function::support);
  field("parallel", &Function::parallel);
  field("settings", &Function::settings);
  field("library", &Function::library);
  field("source", &Function::source);
  field("body", &Function::sql_body);
}

template <class F>
void EachField(const Aggregate*, F field) {
  field("arguments", &Aggregate::arguments);
  field("transition function", &Aggregate::transition_function);
  field("state type", &Aggregate::state_type);
  field("state space", &Aggregate::state_space);
  field("final function", &Aggregate::final_function);
  field("final extra", &Aggregate::final_extra);
  field("final modify", &Aggregate::final_modify);
  field("combine function", &Aggregate::combine_function);
  field("serial function", &Aggregate::serial_function);
  field("deserial function", &Aggregate::deserial_function);
  field("initial condition", &Aggregate::initial_condition);
  field("moving transition function", &Aggregate::moving_transition_function);
  field("moving inverse function", &Aggregate::moving_inverse_function);
  field("moving state type", &Aggregate::moving_state_type);
  field("moving state space", &Aggregate::moving_state_space);
  field("moving final function", &Aggregate::moving_final_function);
  field("moving final extra", &Aggregate::moving_final_extra);
  field("moving final modify", &Aggregate::moving_final_modify);
  field("moving initial condition", &Aggregate::moving_initial_condition);
  field("sort operator", &Aggregate::sort_operator);
  field("parallel", &Aggregate::parallel);
  field("hypothetical", &Aggregate::hypothetical);
}

template <class F>
void EachField(const Language*, F field) {
  field("trusted", &Language::trusted);
  field("handler", &Language::handler);
  field("inline handler", &Language::inline_handler);
  field("validator", &Language::validator);
}

template <class F>
void EachField(const AccessMethod*, F field) {
  field("type", &AccessMethod::type);
  field("handler", &AccessMethod::handler);
}

template <class F>
void EachField(const TextSearchParser*, F field) {
  field("start", &TextSearchParser::start);
  field("get token", &TextSearchParser::get_token);
  field("end", &TextSearchParser::end);
  field("headline", &TextSearchParser::headline);
  field("token types", &TextSearchParser::token_types);
}

template <class F>
void EachField(const TextSearchTemplate*, F field) {
  field("init", &TextSearchTemplate::init);
  field("lexize", &TextSearchTemplate::lexize);
}

template <class F>
void EachField(const TextSearchDictionary*, F field) {
  field("template", &TextSearchDictionary::template_name);
  field("settings", &TextSearchDictionary::settings);
}

template <class F>
void EachField(const TextSearchMapping*, F field) {
  field("dictionaries", &TextSearchMapping::dictionaries);
}

template <class F>
void EachField(const TextSearchConfiguration*, F field) {
  field("parser", &TextSearchConfiguration::parser);
  field("mappings", &TextSearchConfiguration::mappings);
}

template <class F>
void EachField(const EventTrigger*, F field) {
  field("event", &EventTrigger::event);
  field("tags", &EventTrigger::tags);
  field("function", &EventTrigger::function);
  field("enabled", &EventTrigger::enabled);
}

}  // namespace pggit
