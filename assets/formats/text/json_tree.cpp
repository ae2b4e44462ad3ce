#include "assets/formats/text/json_tree.hpp"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace assets {
namespace {

/// Counts lines while the parser reads. `line` is the line of the character read last, not of the next one, because the
/// parser must read the newline after a number to know that the number is complete.
struct LineCounter {
    int line = 1;
    bool newline_read = false;
    void read(char c) {
        if (newline_read) ++line;
        newline_read = c == '\n';
    }
};

/// Passes the characters of a text to the parser and counts lines.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, LineCounter* counter) : m_at{at}, m_counter{counter} {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        m_counter->read(*m_at++);
        return *this;
    }
    CountingIterator operator++(int) {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.m_at == b.m_at; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.m_at != b.m_at; }

private:
    const char* m_at;
    LineCounter* m_counter;
};

/// Builds the tree from the events of the parser. A handler that returns false ends the parsing.
class TreeBuilder {
public:
    using json = nlohmann::json;

    TreeBuilder(JsonResult& result, const LineCounter& counter, const JsonLimits& limits)
        : m_result{result}, m_counter{counter}, m_limits{limits} {}

    bool null() { return add(JsonValue::Kind::Null) != nullptr; }
    bool boolean(bool value) {
        auto* node = add(JsonValue::Kind::Bool);
        if (node) node->boolean = value;
        return node != nullptr;
    }
    bool number_integer(json::number_integer_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(json::number_unsigned_t value) { return number(static_cast<double>(value)); }
    bool number_float(json::number_float_t value, const json::string_t&) { return number(value); }
    bool string(json::string_t& value) {
        auto* node = add(JsonValue::Kind::Text);
        if (node) node->text = std::move(value);
        return node != nullptr;
    }
    bool binary(json::binary_t&) { return fail("binary values are not JSON"); }
    bool start_object(std::size_t) { return open(JsonValue::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonValue::Kind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(json::string_t& name) {
        constexpr std::size_t most_members = 1000;
        auto& members = m_open.back()->members;
        if (m_open.back()->find(name)) return fail("the key '" + name.substr(0, 60) + "' appears twice in one object");
        if (members.size() >= most_members) return fail("an object has more than 1000 keys");
        members.emplace_back().key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string& token, const json::exception&) {
        std::string shown = token.substr(0, 40);
        std::replace_if(
            shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        const bool ascii =
            std::all_of(shown.begin(), shown.end(), [](char c) { return static_cast<signed char>(c) > 0; });
        return fail(shown.empty() || !ascii ? "is not valid JSON here" : "is not valid JSON near '" + shown + "'");
    }

private:
    bool fail(std::string error) {
        if (m_result.error.empty()) {
            m_result.error = std::move(error);
            m_result.error_line = m_counter.line;
        }
        return false;
    }

    JsonValue* add(JsonValue::Kind kind) {
        if (++m_values > m_limits.most_values) {
            fail("holds more values than the limit");
            return nullptr;
        }
        JsonValue* node = &m_result.value;
        if (!m_open.empty()) {
            JsonValue& parent = *m_open.back();
            if (parent.kind == JsonValue::Kind::Object) {
                node = &parent.members.back();
            } else {
                for (const double value : parent.numbers) { // it was stored flat until now
                    parent.items.emplace_back();
                    parent.items.back().kind = JsonValue::Kind::Number;
                    parent.items.back().number = value;
                    parent.items.back().line = parent.line;
                }
                parent.numbers.clear();
                parent.items.emplace_back();
                node = &parent.items.back();
            }
        }
        node->kind = kind;
        node->line = m_counter.line;
        return node;
    }

    bool number(double value) {
        if (!m_open.empty() && m_open.back()->kind == JsonValue::Kind::Array && m_open.back()->items.empty()) {
            if (++m_values > m_limits.most_values) return fail("holds more values than the limit");
            m_open.back()->numbers.push_back(value);
            return true;
        }
        auto* node = add(JsonValue::Kind::Number);
        if (node) node->number = value;
        return node != nullptr;
    }

    bool open(JsonValue::Kind kind) {
        if (m_open.size() >= m_limits.most_depth)
            return fail("is nested deeper than " + std::to_string(m_limits.most_depth) + " levels");
        auto* node = add(kind);
        if (node) m_open.push_back(node);
        return node != nullptr;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    JsonResult& m_result;
    const LineCounter& m_counter;
    const JsonLimits& m_limits;
    std::vector<JsonValue*> m_open; ///< from the root down; only the last one grows, so the pointers stay valid
    std::size_t m_values = 0;
};

} // namespace

const JsonValue* JsonValue::find(std::string_view wanted) const noexcept {
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.key == wanted; });
    return found == members.end() ? nullptr : &*found;
}

JsonResult parse_json(std::string_view text, const JsonLimits& limits) {
    JsonResult result;
    LineCounter counter;
    TreeBuilder builder{result, counter, limits};
    nlohmann::json::sax_parse(CountingIterator{text.data(), &counter},
                              CountingIterator{text.data() + text.size(), &counter}, &builder);
    return result;
}

} // namespace assets
