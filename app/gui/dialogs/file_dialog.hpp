#pragma once

#include "app/base/latest_job.hpp"
#include "app/scenario/browse.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The dialog that opens a scenario. Lists folders, and files with an extension of a known format. Folders are read on
/// a thread of its own, because a disk or a network folder may be slow; the dialog shows the list when it arrives.
class FileDialog {
public:
    /// Called on the thread of the dialog. Must not throw.
    using Browse = std::function<BrowseResult(const BrowseRequest&)>;

    /// `arrived` is raised when there is a list to show. The registry must outlive the dialog.
    explicit FileDialog(Signal& arrived, const assets::FormatRegistry& formats = assets::FormatRegistry::standard());
    FileDialog(Signal& arrived, const assets::FormatRegistry&, Browse);

    void open();
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

    void ask(BrowseRequest);
    [[nodiscard]] bool is_waiting() const noexcept { return m_shown < m_asked; }

    const assets::FormatRegistry& m_formats;
    bool m_open_requested = false;
    unsigned m_asked = 0,
             m_shown = 0; ///< numbers of the newest request, and of the newest that was answered or given up
    std::filesystem::path m_folder;
    std::string m_typed, m_problem;
    std::vector<FolderEntry> m_entries;
    std::optional<std::string> m_chosen; ///< arrived, and not yet returned by draw()
    LatestJob<Request, Result> m_job;
};

} // namespace app
