#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// A JSON value that knows its line. Numbers keep their value; arrays of numbers only (positions) are stored flat.
struct JsonValue {
    enum class Kind { Null, Bool, Number, Text, Array, Object };
    Kind kind = Kind::Null;
    int line = 0;
    bool boolean = false;
    double number = 0;
    std::string text;
    std::vector<double> numbers;    ///< an array of numbers
    std::vector<JsonValue> items;   ///< any other array
    std::vector<JsonValue> members; ///< of an object; each has its key
    std::string key;                ///< as a member

    [[nodiscard]] const JsonValue* find(std::string_view wanted) const noexcept;
};

struct JsonLimits {
    std::size_t most_depth = 64;
    std::size_t most_values = 20'000'000; ///< 5 million vertices with room for what surrounds them
};

struct JsonResult {
    JsonValue value;
    std::string error; ///< a sentence; empty when the text was read
    int error_line = 0;
};

/// Strict JSON: no comments, no trailing commas, no key twice in one object, valid UTF-8.
[[nodiscard]] JsonResult parse_json(std::string_view text, const JsonLimits& = {});

} // namespace assets
