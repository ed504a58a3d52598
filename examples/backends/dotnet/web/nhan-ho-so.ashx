<%@ WebHandler Class="Kl01.Web.ExampleHandler" %>
