// The folder is called Account as well, so the entity goes by another name here.
global using PortalAccount = TradeSecretPilot.UseCases.Platform.Identity.Account;
