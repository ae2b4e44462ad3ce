#pragma once

#include "geo/earth/close_with.hpp"

#include <memory>

#include <proj.h>

/// Private to geo/projection: owning pointers for PROJ's handles.
namespace geo {

using ProjContextPtr = std::unique_ptr<PJ_CONTEXT, CloseWith<proj_context_destroy>>;
using ProjPtr = std::unique_ptr<PJ, CloseWith<proj_destroy>>;

} // namespace geo
