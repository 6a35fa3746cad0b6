// The Tray place.
export function TrayPlace() {
  return <h1>Tray</h1>;
}
