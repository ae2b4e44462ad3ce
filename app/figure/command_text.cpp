#include "app/figure/command_text.hpp"

#include "app/figure/export_options.hpp"
#include "app/figure/option_values.hpp"

#include <vector>

namespace app {

std::string shell_quoted(const std::string& word) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:,=+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

std::string command_text(const ExportRequest& request, const assets::Scenario& scenario, const std::string& name) {
    const bool looks_like_option = !name.empty() && name.front() == '-';
    std::string text = "theatrum export " + shell_quoted((looks_like_option ? "./" : "") + name);
    for (const auto& option : export_options()) {
        const auto value = option.print(request, scenario);
        if (!value) continue;
        std::vector<std::string> values{*value};
        if (option.repeats) values = split_list(*value, '\n');
        for (const auto& one : values) {
            // "--center -120,30" could be read as another option.
            const bool apart = one.empty() || one.front() != '-';
            text += " " + (option.short_name.empty() ? option.name : option.short_name) + (apart ? " " : "=") +
                    shell_quoted(one);
        }
    }
    return text;
}

} // namespace app
