#pragma once

#include "app/base/latest_job.hpp"
#include "app/scenario/browse.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The dialog that opens a scenario, or chooses the file to save to. Lists folders, and files with an extension of a
/// known format or of those to save. Folders are read on a thread of its own, because a disk or a network folder may be
/// slow; the dialog shows the list when it arrives.
class FileDialog {
public:
    /// Called on the thread of the dialog. Must not throw.
    using Browse = std::function<BrowseResult(const BrowseRequest&)>;

    /// `arrived` is raised when there is a list to show. The registry must outlive the dialog.
    explicit FileDialog(Signal& arrived, const assets::FormatRegistry& formats = assets::FormatRegistry::standard());
    FileDialog(Signal& arrived, const assets::FormatRegistry&, Browse);

    void open(); ///< to open a scenario
    /// To choose the file to save to. Begins in the folder of `path`, with its name. `extensions`: of the files to
    /// list.
    void save(const std::filesystem::path& path, std::vector<std::string> extensions);
    /// The folder that was listed last; empty before the first list. The next open() begins in it.
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }
    void set_folder(std::filesystem::path folder) { m_folder = std::move(folder); }
    /// The names in the list, for the fonts.
    [[nodiscard]] std::string texts() const;
    /// Takes a list that has arrived. Returns true when there is something new to draw.
    bool poll();
    /// Draws the dialog while it is open. Returns the path in the frame in which the user's choice is known.
    [[nodiscard]] std::optional<std::string> draw(float scale);

private:
    struct Request {
        unsigned number;
        BrowseRequest browse;
    };
    struct Result {
        unsigned number;
        BrowseResult browse;
    };

    void ask(const std::filesystem::path&, bool typed = false);
    [[nodiscard]] bool is_saving() const noexcept { return !m_extensions.empty(); }
    void draw_entries(std::optional<std::string>& chosen);
    void draw_name(std::optional<std::string>& chosen, float buttons);
    [[nodiscard]] bool is_waiting() const noexcept { return m_shown < m_asked; }

    const assets::FormatRegistry& m_formats;
    bool m_open_requested = false;
    float m_scale = 1; ///< pixels per logical pixel
    unsigned m_asked = 0,
             m_shown = 0; ///< numbers of the newest request, and of the newest that was answered or given up
    std::filesystem::path m_folder;
    std::vector<std::string> m_extensions; ///< of the files to save; empty: the dialog opens scenarios
    std::string m_name;                    ///< of the file to save
    std::string m_typed, m_problem;
    std::vector<FolderEntry> m_entries;
    std::optional<std::string> m_chosen; ///< arrived, and not yet returned by draw()
    LatestJob<Request, Result> m_job;
};

} // namespace app
