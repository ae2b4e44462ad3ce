#include "geo/helper/frames.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace geo;

namespace {

std::string frame(char kind, const std::string& body) {
    std::string bytes;
    put_number(bytes, static_cast<std::uint32_t>(body.size()));
    return bytes + kind + body;
}

} // namespace

TEST_CASE("frames are the same however the bytes of a pipe are divided", "[geo][helper]") {
    const std::string bytes = frame('r', "first") + frame('p', "*") + frame('r', "") + frame('d', "");
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        FrameReader reader;
        std::vector<std::string> seen;
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            reader.take(std::string_view{bytes}.substr(at, piece));
            while (const auto next = reader.next())
                seen.push_back(static_cast<char>(next->kind) + std::string{next->body});
        }
        CHECK(seen == std::vector<std::string>{"rfirst", "p*", "r", "d"});
        CHECK_FALSE(reader.broken());
    }
}

TEST_CASE("a frame of an unknown kind, or longer than the limit, is no frame, and nothing after it is",
          "[geo][helper]") {
    std::string too_long;
    put_number(too_long, static_cast<std::uint32_t>(most_frame_bytes + 1));
    for (const std::string& bytes : {frame('x', "body"), too_long + 'r'}) {
        FrameReader reader;
        reader.take(bytes);
        CHECK_FALSE(reader.next());
        CHECK(reader.broken());
        reader.take(frame('r', "later"));
        CHECK_FALSE(reader.next());
    }
}

TEST_CASE("a number or a text that a body is too short for is none", "[geo][helper]") {
    std::string body;
    put_number(body, 0x01020304);
    put_text(body, "text");
    std::string_view rest{body};
    CHECK(take_number(rest) == 0x01020304U);
    CHECK(take_text(rest) == "text");
    CHECK(rest.empty());
    CHECK_FALSE(take_number(rest));
    for (std::size_t size = 4; size < 8; ++size) {
        std::string_view cut = std::string_view{body}.substr(4, size);
        CHECK_FALSE(take_text(cut));
    }
}
