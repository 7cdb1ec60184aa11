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

/// For one scope names mean the branch's objects although a RoutingOff is open around it: to run a
/// plan on the branch that the session is on.
class RoutingOn {
 public:
  RoutingOn() noexcept;
  RoutingOn(const RoutingOn&) = delete;
  RoutingOn& operator=(const RoutingOn&) = delete;
  ~RoutingOn();

 private:
  const int off_before_;
};

}  // namespace pggit
