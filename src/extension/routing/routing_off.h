#pragma once

namespace pggit {

/// For one scope names mean what they mean on main: what pggit itself runs is not led elsewhere.
class RoutingOff {
 public:
  RoutingOff() noexcept;
  RoutingOff(const RoutingOff&) = delete;
  RoutingOff& operator=(const RoutingOff&) = delete;
  ~RoutingOff();
};

}  // namespace pggit
