#include "tests/app/figure/shell.hpp"

#include "app/figure/export_options.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace figure_test {

std::vector<std::string> shell_words(const std::string& command) {
    const std::string script = "printf '%s\\036' " + command;
    std::FILE* pipe = ::popen(script.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        out += static_cast<char>(c);
    REQUIRE(::pclose(pipe) == 0);
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (auto end = out.find('\036'); end != std::string::npos; end = out.find('\036', begin)) {
        words.push_back(out.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

app::OptionValues option_values(const std::string& command) {
    const auto words = shell_words(command);
    REQUIRE(words.size() >= 3);
    CHECK(words[0] == "theatrum");
    CHECK(words[1] == "export");
    app::OptionValues values;
    for (std::size_t i = 3; i < words.size(); ++i) {
        std::string name = words[i], value;
        if (const auto equals = name.find('='); name.rfind("--", 0) == 0 && equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else {
            REQUIRE(i + 1 < words.size());
            value = words[++i];
        }
        INFO(name);
        const auto table = app::export_options();
        const auto option = std::find_if(table.begin(), table.end(),
                                         [&](const auto& o) { return name == o.name || name == o.short_name; });
        REQUIRE(option != table.end());
        std::string& all = values[option->name];
        all += (option->repeats && !all.empty() ? "\n" : "") + value;
    }
    return values;
}

std::filesystem::path moving_ships(const session_test::Scratch& scratch) {
    std::string rows = "asset,from,to,lon,lat,activity\n";
    double lon = 120, lat = 22;
    for (const char* name : {"alpha", "bravo", "charlie"}) {
        for (int fix = 0; fix < 40; ++fix) {
            const auto when = fmt::format("2024-05-{:02}T{:02}:00Z", 1 + fix / 4, fix % 4 * 6);
            rows +=
                fmt::format("{},{},{},{:.1f},{:.1f},underway\n", name, when, when, lon + fix * 0.4, lat + fix * 0.2);
        }
        lon += 4;
        lat += 4;
    }
    scratch.write("moving.csv", rows);
    return scratch / "moving.csv";
}

} // namespace figure_test
