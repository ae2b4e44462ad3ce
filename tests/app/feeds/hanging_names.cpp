// This getaddrinfo replaces the system's in the test program, so that a lookup can be made to hang.
#include "tests/app/feeds/servers.hpp"

#include <atomic>
#include <condition_variable>
#include <cstring>
#include <mutex>

#include <dlfcn.h>
#include <netdb.h>

namespace {

std::mutex mutex;
std::condition_variable changed;
bool hanging = false;
std::atomic<int> lookups = 0;

} // namespace

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** results) {
    if (host && std::strcmp(host, "hanging.invalid") == 0) {
        ++lookups;
        std::unique_lock lock{mutex};
        changed.wait(lock, [] { return !hanging; });
        return EAI_AGAIN;
    }
    using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto system_s = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return system_s(host, service, hints, results);
}

namespace servers {

HangingNames::HangingNames() {
    const std::lock_guard lock{mutex};
    hanging = true;
}

HangingNames::~HangingNames() {
    {
        const std::lock_guard lock{mutex};
        hanging = false;
    }
    changed.notify_all();
}

int HangingNames::looked_up() {
    return lookups;
}

} // namespace servers
