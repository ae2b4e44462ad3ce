#include "geo/routes/lazy_router.hpp"

#include <atomic>
#include <cstring>
#include <mutex>
#include <string>
#include <unordered_map>

namespace geo {

namespace {

constexpr std::size_t most_remembered = 10'000;

/// All that a route depends on, as bytes.
std::string key_of(const std::vector<LonLat>& points, const RouteLimits& limits) {
    std::string key;
    for (const LonLat point : points) {
        const double numbers[]{point.lon(), point.lat()};
        char bytes[sizeof numbers];
        std::memcpy(bytes, numbers, sizeof numbers);
        key.append(bytes, sizeof bytes);
    }
    key.push_back(limits.keeps_off_coasts ? '1' : '0');
    for (const auto* names : {&limits.avoid, &limits.allow, &limits.friends}) {
        for (const std::string_view name : *names)
            key.append(name).push_back(',');
        key.push_back(';');
    }
    return key;
}

} // namespace

struct LazyRouter::Impl {
    std::filesystem::path data_dir;
    std::once_flag open_once;
    std::shared_ptr<const Router> router;
    std::atomic<bool> is_open = false;
    std::mutex mutex;
    std::unordered_map<std::string, std::shared_ptr<const RouteResult>> routes;
};

LazyRouter::LazyRouter(std::filesystem::path data_dir) : m_impl{std::make_unique<Impl>()} {
    m_impl->data_dir = std::move(data_dir);
}
LazyRouter::~LazyRouter() = default;
LazyRouter::LazyRouter(LazyRouter&&) noexcept = default;
LazyRouter& LazyRouter::operator=(LazyRouter&&) noexcept = default;

const Router& LazyRouter::get() const {
    std::call_once(m_impl->open_once, [&] {
        m_impl->router = Router::open(m_impl->data_dir);
        m_impl->is_open = true;
    });
    return *m_impl->router;
}

bool LazyRouter::is_open() const noexcept {
    return m_impl->is_open;
}

std::shared_ptr<const RouteResult> LazyRouter::route(const std::vector<LonLat>& points,
                                                     const RouteLimits& limits) const {
    std::string key = key_of(points, limits);
    {
        const std::lock_guard lock{m_impl->mutex};
        if (const auto known = m_impl->routes.find(key); known != m_impl->routes.end()) return known->second;
    }
    auto found = std::make_shared<const RouteResult>(get().route(points, limits)); // outside the lock: others go on
    const std::lock_guard lock{m_impl->mutex};
    if (m_impl->routes.size() >= most_remembered) m_impl->routes.clear();
    m_impl->routes.emplace(std::move(key), found);
    return found;
}

} // namespace geo
