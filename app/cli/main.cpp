#include "app/base/errors.hpp"
#include "app/base/helper_program.hpp"
#include "app/base/save_file.hpp"
#include "app/cli/command_line.hpp"
#include "app/helper/child.hpp"
#include "assets/model/values/control_characters.hpp"
#include "geo/error.hpp"
#include "geo/helper/helper_process.hpp"

#include <cstdio>
#include <exception>
#include <new>

namespace {

int fail(const char* what, app::Exit code) {
    std::fprintf(stderr, "theatrum: %s\n", assets::visible(what).c_str());
    return static_cast<int>(code);
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && argv[1] == geo::helper_argument) app::run_helper({argv + 2, argv + argc});
    app::set_helper_program({"/proc/self/exe"}); // also after an update has replaced the program's file
    app::install_interrupt_handlers();
    try {
        return app::run({argv + 1, argv + argc});
    } catch (const geo::InputError& error) {
        return fail(error.what(), app::Exit::BadInput);
    } catch (const std::bad_alloc&) {
        return fail("out of memory", app::Exit::Failed);
    } catch (const std::exception& error) {
        return fail(error.what(), app::Exit::Failed);
    }
}
