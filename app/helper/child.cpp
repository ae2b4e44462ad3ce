#include "app/helper/child.hpp"

#include "app/helper/lock.hpp"
#include "app/helper/probes.hpp"
#include "assets/formats/sheets/read_sheets.hpp"
#include "geo/helper/frames.hpp"
#include "geo/helper/helper_process.hpp"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20U; ///< of a file; larger ones would not fit the memory

using assets::SheetError;

/// The whole file. Throws SheetError.
std::string bytes_of(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) throw SheetError{"missing_file", fmt::format("cannot be opened: {}", std::strerror(errno))};
    struct ::stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        throw SheetError{"missing_file", "is not a file but a folder, a pipe or a device"};
    if (static_cast<std::size_t>(status.st_size) > most_bytes)
        throw SheetError{"too_large", fmt::format("is larger than the limit of {} MB", most_bytes >> 20U)};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t had = 0;
    while (had < bytes.size()) {
        const ssize_t size = ::read(file, bytes.data() + had, bytes.size() - had);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) throw SheetError{"missing_file", fmt::format("cannot be read: {}", std::strerror(errno))};
        if (size == 0) break; // the file has become shorter since fstat()
        had += static_cast<std::size_t>(size);
    }
    bytes.resize(had);
    ::close(file);
    return bytes;
}

void read(const std::string& reader, const std::string& path, geo::FrameWriter& out) {
    if (run_probe(reader, out)) return;
    if (reader != assets::sheet_reader) throw SheetError{"syntax", "there is no reader of this name"};
    assets::read_sheets(bytes_of(path), out);
}

std::size_t number(const std::string& text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

void run_helper(const std::vector<std::string>& arguments) {
    // _exit() runs no code of libraries: there is nothing to tidy up.
    constexpr std::size_t count = 4;
    if (arguments.size() != count) {
        std::fputs("theatrum: this option is for the program's own use\n", stderr);
        ::_exit(2);
    }
    const std::string &reader = arguments[0], &path = arguments[3];
    geo::FrameWriter out{geo::helper_pipe};
    try {
        try {
            lock_in(path, {number(arguments[1]), static_cast<long>(number(arguments[2]))});
            read(reader, path, out);
            out.write(geo::FrameKind::Done, {});
            out.flush();
        } catch (const SheetError& error) {
            out.refuse(error.code, error.what());
        } catch (const std::bad_alloc&) {
            out.refuse("too_large",
                       fmt::format("reading it takes more than {} MB of memory", number(arguments[1]) >> 20U));
        } catch (const std::system_error& error) {
            out.refuse("missing_file",
                       fmt::format("the process that reads such files cannot be locked in: {}", error.what()));
        }
    } catch (const std::exception&) { // the program has closed the pipe: it no longer needs the file
        ::_exit(1);
    }
    ::_exit(0);
}

} // namespace app
