#pragma once

#include "core/diff/fields_code.h"
#include "core/diff/fields_relation.h"
#include "core/diff/fields_service.h"
#include "core/diff/fields_type.h"
