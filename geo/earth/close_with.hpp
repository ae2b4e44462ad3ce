#pragma once

namespace geo {

/// Deleter of a std::unique_ptr for a handle of a C library: CloseWith<proj_destroy>.
template <auto Close>
struct CloseWith {
    template <class T>
    void operator()(T* handle) const noexcept {
        Close(handle);
    }
};

} // namespace geo
