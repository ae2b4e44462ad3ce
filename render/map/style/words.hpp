#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace render {

/// Every string that is printed on a map, from render/words/LANG.toml, overridden by a scenario's [words].
class Words {
public:
    /// Throws std::runtime_error naming file and key.
    [[nodiscard]] static Words read(const std::filesystem::path&,
                                    const std::map<std::string, std::string>& overrides = {});

    /// The text of a key with {name} placeholders filled. An unknown key or placeholder is a broken promise of our own
    /// code: assert; in release builds the key itself comes back.
    [[nodiscard]] std::string
    operator()(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const std::string& language() const noexcept { return m_language; }
    /// All keys, for the check that [words] overrides only known ones.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const noexcept { return m_words; }

private:
    std::string m_language;
    std::map<std::string, std::string, std::less<>> m_words;
};

} // namespace render
