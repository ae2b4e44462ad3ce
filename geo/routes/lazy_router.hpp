#pragma once

#include "geo/routes/router.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace geo {

/// The router, opened when it is first needed, because its file takes longer to read than a map to draw. It remembers
/// the routes that it has found. Thread-safe.
class LazyRouter {
public:
    explicit LazyRouter(std::filesystem::path data_dir);
    ~LazyRouter();
    LazyRouter(LazyRouter&&) noexcept;
    LazyRouter& operator=(LazyRouter&&) noexcept;

    [[nodiscard]] const Router& get() const; ///< throws ReadError
    /// Like Router::route(). Throws ReadError.
    [[nodiscard]] std::shared_ptr<const RouteResult> route(const std::vector<LonLat>& points, const RouteLimits&) const;
    [[nodiscard]] bool is_open() const noexcept; ///< whether the file has been read

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
