#pragma once

#include <memory>
#include <string>
#include <vector>

namespace app {

/// Opens addresses in the user's browser and folders in the file manager, by xdg-open. Used on the window's thread; the
/// program is waited for on another one.
class Opener {
public:
    /// `target`: a web address (http, https) or the path of a folder. Other addresses are ignored.
    void open_address(const std::string&);
    void open_folder(const std::string&);
    /// The targets that could not be opened since the last call.
    [[nodiscard]] std::vector<std::string> take_failures();

private:
    struct Failures;
    void open(const std::string& target);
    std::shared_ptr<Failures> m_failures; ///< shared with the threads that wait; null before the first use
};

} // namespace app
