#pragma once

#include "app/session/session.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace app {

class MapView;

/// One line of JSON whenever what is open, shown or selected has changed: what tests of the window read, and what helps
/// when someone reports a fault.
class SessionLog {
public:
    SessionLog() = default;
    explicit SessionLog(const std::filesystem::path&);                     ///< throws FileError
    void note(const Session&, const MapView&, const std::string& message); ///< message: of the newest outcome

private:
    std::ofstream m_out;
    std::string m_last;
};

} // namespace app
