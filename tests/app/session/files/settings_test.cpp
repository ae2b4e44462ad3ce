#include "app/session/settings.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace session_test;
using Catch::Contains;

namespace {

app::Settings non_default_settings() {
    app::Settings s;
    s.theme = "dark";
    s.names = "ko";
    s.ui_scale = 1.5;
    s.window_width = 1920;
    s.window_height = 1017;
    s.maximised = true;
    s.hints_seen = true;
    s.panels = {{"timeline", true}, {"inspector", false}};
    s.layers = {{"relief", true}, {"graticule", false}};
    s.left_width = 333;
    s.right_width = 280;
    s.timeline_height = 400;
    s.open_folder = "/home/x/maps of \"mine\"";
    s.export_folder = "/home/x/지도";
    s.add_recent("/home/x/quote\" back\\slash/é");
    s.add_recent("builtin:canada-2024");
    return s;
}

/// Sets an environment variable and restores it in the destructor.
class Variable {
public:
    Variable(const char* name, const char* value) : m_name{name} {
        if (const char* old = std::getenv(name)) m_old = old;
        if (value != nullptr)
            ::setenv(name, value, 1);
        else
            ::unsetenv(name);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() {
        if (m_old)
            ::setenv(m_name, m_old->c_str(), 1);
        else
            ::unsetenv(m_name);
    }

private:
    const char* m_name;
    std::optional<std::string> m_old;
};

} // namespace

TEST_CASE("settings are read as they were written", "[session]") {
    const Scratch folder;
    const auto file = folder / "a/b/settings.toml";
    for (auto settings : {app::Settings{}, non_default_settings()}) {
        app::write_settings(settings, file);
        auto loaded = app::read_settings(file);
        CHECK(loaded.complaints.empty());
        CHECK(loaded.settings == settings);
        settings.ui_scale = 2; // an integer in TOML
        app::write_settings(settings, file);
        loaded = app::read_settings(file);
        CHECK(loaded.complaints.empty());
        CHECK(loaded.settings == settings);
    }
}

TEST_CASE("a missing settings file gives the defaults without a complaint", "[session]") {
    const Scratch folder;
    const auto loaded = app::read_settings(folder / "settings.toml");
    CHECK(loaded.settings == app::Settings{});
    CHECK(loaded.complaints.empty());
    CHECK(folder.files() == 0);
    app::write_settings({}, {}); // without a home the path is empty and nothing is written
}

TEST_CASE("a damaged settings file gives the defaults and a complaint", "[session]") {
    const Scratch folder;
    for (const char* text : {"window_width = ", "\xFF\xFE", "theme = \"dark\"\n[[[", "a = 1\na = 2"}) {
        folder.write("settings.toml", text);
        const auto loaded = app::read_settings(folder / "settings.toml");
        CHECK(loaded.settings == app::Settings{});
        CHECK(loaded.complaints.size() == 1);
    }
}

TEST_CASE("an invalid value does not affect the others", "[session]") {
    const Scratch folder;
    folder.write("settings.toml", "theme = 7\nnames = \"klingon\"\nui_scale = 99\nwindow_width = 1e3\n"
                                  "window_height = 900\nrecent_files = [\"a\", 3]\nfuture = true\n"
                                  "[panels]\ntimeline = \"yes\"\nassets = false\n");
    const auto loaded = app::read_settings(folder / "settings.toml");
    app::Settings expected;
    expected.window_height = 900;
    expected.recent_files = {"a"};
    expected.panels = {{"assets", false}};
    CHECK(loaded.settings == expected);
    CHECK(loaded.complaints.size() == 7);
    CHECK_THAT(loaded.complaints.back(), Contains("'future' is not known"));
}

TEST_CASE("recent_files holds at most ten files, newest first, each once", "[session]") {
    app::Settings s;
    for (int i = 0; i < 15; ++i)
        s.add_recent("file" + std::to_string(i));
    s.add_recent("file10");
    CHECK(s.recent_files.size() == 10);
    CHECK(s.recent_files[0] == "file10");
    CHECK(s.recent_files[1] == "file14");
    CHECK(std::count(s.recent_files.begin(), s.recent_files.end(), "file10") == 1);
}

TEST_CASE("settings and layout are in the folders of the XDG variables, otherwise below the home", "[session]") {
    const Variable home{"HOME", "/home/x"};
    {
        const Variable config{"XDG_CONFIG_HOME", "/c"}, state{"XDG_STATE_HOME", "/s"};
        CHECK(app::settings_file() == "/c/theatrum/settings.toml");
        CHECK(app::layout_file() == "/s/theatrum/layout.ini");
    }
    const Variable config{"XDG_CONFIG_HOME", "relative"}, state{"XDG_STATE_HOME", nullptr};
    CHECK(app::settings_file() == "/home/x/.config/theatrum/settings.toml");
    CHECK(app::layout_file() == "/home/x/.local/state/theatrum/layout.ini");
    const Variable no_home{"HOME", nullptr};
    CHECK(app::settings_file().empty());
}
