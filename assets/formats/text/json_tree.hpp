#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// A JSON value with its line. An array that holds only numbers (such as a position) is stored flat in `numbers`.
struct JsonValue {
    enum class Kind { Null, Bool, Number, Text, Array, Object };
    Kind kind = Kind::Null;
    int line = 0;
    bool boolean = false;
    double number = 0;
    std::string text;
    std::vector<double> numbers;    ///< an array of numbers
    std::vector<JsonValue> items;   ///< any other array
    std::vector<JsonValue> members; ///< the members of an object, each with its key
    std::string key;                ///< if this value is a member of an object

    /// The member with this key, or null.
    [[nodiscard]] const JsonValue* find(std::string_view wanted) const noexcept;
};

struct JsonLimits {
    std::size_t most_depth = 64;
    std::size_t most_values = 20'000'000; ///< enough for 5 million vertices
};

struct JsonResult {
    JsonValue value;
    std::string error; ///< a sentence; empty: no error
    int error_line = 0;
};

/// Parses strict JSON: valid UTF-8 without comments, trailing commas or repeated keys in one object.
[[nodiscard]] JsonResult parse_json(std::string_view text, const JsonLimits& = {});

} // namespace assets
