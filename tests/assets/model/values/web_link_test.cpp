#include "assets/model/values/web_link.hpp"
#include "tests/support/catch.hpp"

#include <string>

using assets::web_link;

TEST_CASE("http, https and doi addresses become links", "[link]") {
    CHECK(web_link("https://www.canada.ca/en/navy.html?a=1&b=2#top") ==
          "https://www.canada.ca/en/navy.html?a=1&b=2#top");
    CHECK(web_link("HTTP://example.org/") == "HTTP://example.org/");
    CHECK(web_link("https://web.archive.org/web/2024/https://example.org/a") ==
          "https://web.archive.org/web/2024/https://example.org/a");
    CHECK(web_link("doi:10.1000/182") == "https://doi.org/10.1000/182");
    CHECK(web_link("DOI:10.1000/182") == "https://doi.org/10.1000/182");
}

TEST_CASE("other addresses become no link", "[link]") {
    for (const std::string address : {"", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "doi:182",
                                      "//example.org", "www.example.org", " https://example.org", "httpsx://a"}) {
        INFO(address);
        CHECK(web_link(address).empty());
    }
}

TEST_CASE("characters that would end a link are encoded", "[link]") {
    CHECK(web_link("https://a.b/c d(e)<f>\"g\"") == "https://a.b/c%20d%28e%29%3Cf%3E%22g%22");
    CHECK(web_link("https://a.b/\xED\x95\x9C") == "https://a.b/%ED%95%9C");
    CHECK(web_link("https://a.b/%20") == "https://a.b/%20");
    CHECK(web_link("https://a.b/\n\\`{}") == "https://a.b/%0A%5C%60%7B%7D");
}
