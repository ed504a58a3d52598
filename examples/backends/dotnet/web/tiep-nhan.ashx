<%@ WebHandler Class="Kl01.Web.ExampleDeskHandler" %>
