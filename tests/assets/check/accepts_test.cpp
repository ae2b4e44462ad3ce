#include "assets/model/values/codes.hpp"
#include "tests/assets/check/findings.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>
#include <tuple>

using check_test::check_rows;
using check_test::Lines;
using check_test::lines_of;

namespace {

const std::string two_fast_legs = "a,2024-06-01T00:00Z,,,130,10,,,5,,s\na,2024-06-02T00:00Z,,,150,10,,,5,,s\n"
                                  "a,2024-06-03T00:00Z,,,130,10,,,5,,s\n";

assets::CheckResult with_accepts(const std::string& accepts) {
    return check_rows(two_fast_legs, {{"scenario.toml", check_test::toml + accepts}});
}

std::string accept(const std::string& code, const std::string& asset, const std::string& from = "") {
    return "[[accept]]\ncode = \"" + code + "\"\nasset = \"" + asset + "\"\n" +
           (from.empty() ? "" : "from = \"" + from + "\"\n") + "why = \"Known.\"\n";
}

} // namespace

TEST_CASE("an accept silences one finding, which counts as accepted", "[check]") {
    const auto result = with_accepts(accept("too_fast", "a"));
    CHECK(result.accepted == 1);
    CHECK(lines_of(result, "too_fast").size() == 1);
    const auto accepted = std::find_if(result.findings.begin(), result.findings.end(),
                                       [](const auto& finding) { return finding.accepted; });
    REQUIRE(accepted != result.findings.end());
    CHECK(accepted->why == "Known.");
}

TEST_CASE("an accept with a date silences the finding about the fix of that date", "[check]") {
    const auto result = with_accepts(accept("too_fast", "a", "2024-06-03T00:00Z"));
    CHECK(lines_of(result, "too_fast") ==
          Lines{"positions.csv:3: from: 'a' would need 50 kn from line 2; its limit is 30 kn"});
}

TEST_CASE("the date of an accept is as precise as that of the fix, however it is written", "[check]") {
    const auto accepted = [](const std::string& from) {
        return with_accepts(accept("too_fast", "a", from)).accepted;
    };
    CHECK(accepted("2024-06-03T00:00:00Z") == 1);
    CHECK(accepted("2024-06-03T09:00+09:00") == 1);
    CHECK(accepted("2024-06-03") == 0); // the whole day, not its first instant
    CHECK(accepted("2024-06") == 0);
}

TEST_CASE("an accept that silences no finding is itself a finding", "[check]") {
    CHECK(
        lines_of(with_accepts(accept("ship_on_land", "b")), "unused_accept") ==
        Lines{"scenario.toml:5: accept[0]: this accept matches no finding: ship_on_land of 'b'; correct or delete it"});
}

TEST_CASE("an accepted finding counts neither as a warning nor as an error", "[check]") {
    const auto before = with_accepts(""), after = with_accepts(accept("too_fast", "a") + accept("too_fast", "a"));
    CHECK(after.warnings == before.warnings - 2);
    CHECK(after.accepted == 2);
    CHECK(after.errors == 0);
}

TEST_CASE("every code is listed once and has a meaning", "[check]") {
    std::set<std::string_view> codes;
    for (const auto& known : assets::all_codes) {
        CHECK(codes.insert(known.code).second);
        CHECK_FALSE(known.meaning.empty());
    }
}

TEST_CASE("findings are sorted by file, line and code", "[check]") {
    const auto result = with_accepts("");
    CHECK(std::is_sorted(result.findings.begin(), result.findings.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line, a.code) < std::tie(b.file, b.line, b.code);
    }));
}
