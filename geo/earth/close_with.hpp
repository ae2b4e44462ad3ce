#pragma once

namespace geo {

/// Deleter for a std::unique_ptr to a handle of a C library, as in CloseWith<proj_destroy>.
template <auto Close>
struct CloseWith {
    template <class T>
    void operator()(T* handle) const noexcept {
        Close(handle);
    }
};

} // namespace geo
