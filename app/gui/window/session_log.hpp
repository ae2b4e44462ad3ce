#pragma once

#include "app/session/session.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace app {

class MapView;

/// Writes a line of JSON whenever the session, the map or the message has changed. The tests of the window read this
/// log, and it helps with bug reports.
class SessionLog {
public:
    SessionLog() = default;
    explicit SessionLog(const std::filesystem::path&); ///< throws FileError
    /// `message`: of the newest outcome. `notice`: in the status bar.
    void note(const Session&, const MapView&, const std::string& message, const std::string& notice);

private:
    std::ofstream m_out;
    std::string m_last;
};

} // namespace app
