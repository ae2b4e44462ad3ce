#include "app/base/helper_program.hpp"

#include <utility>

namespace app {
namespace {

geo::HelperProgram& program() noexcept {
    static geo::HelperProgram set;
    return set;
}

} // namespace

const geo::HelperProgram& helper_program() noexcept {
    return program();
}

void set_helper_program(geo::HelperProgram value) {
    program() = std::move(value);
}

} // namespace app
