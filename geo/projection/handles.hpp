#pragma once

#include <memory>

#include <proj.h>

/// Inside geo/projection: owners of PROJ's handles.
namespace geo {

template <auto Close>
struct CloseWith {
    template <class T>
    void operator()(T* handle) const noexcept {
        Close(handle);
    }
};

using ProjContextPtr = std::unique_ptr<PJ_CONTEXT, CloseWith<proj_context_destroy>>;
using ProjPtr = std::unique_ptr<PJ, CloseWith<proj_destroy>>;

} // namespace geo
