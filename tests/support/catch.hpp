#pragma once

/// Catch2 2 (Debian 12) or 3 (Debian 13), with one spelling for the tests: that of Catch2 2.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
namespace Catch {
using Matchers::EndsWith;
using Matchers::Matches;
using Matchers::StartsWith;
/// Of texts; what Catch2 3 calls Contains is about the elements of a range.
[[nodiscard]] inline auto Contains(const std::string& part) {
    return Matchers::ContainsSubstring(part);
}
} // namespace Catch
#else
#include <catch2/catch.hpp>
#endif
