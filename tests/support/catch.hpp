#pragma once

/// Includes Catch2 2 (Debian 12) or 3 (Debian 13). The tests use the names of Catch2 2 for both.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
namespace Catch {
using Matchers::EndsWith;
using Matchers::Matches;
using Matchers::StartsWith;
/// Matches a substring, as in Catch2 2. In Catch2 3, Contains() is about the elements of a range.
[[nodiscard]] inline auto Contains(const std::string& part) {
    return Matchers::ContainsSubstring(part);
}
} // namespace Catch
#else
#include <catch2/catch.hpp>
#endif
